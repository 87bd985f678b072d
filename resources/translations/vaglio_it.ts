<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="it" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Vaglio</source>
        <translation>Informazioni su Vaglio</translation>
    </message>
    <message>
        <source>A close sifting: entities, claims and who asserts them.</source>
        <translation>Passare al vaglio: entità, affermazioni e chi le sostiene.</translation>
    </message>
    <message>
        <source>Free software under the MIT licence. No text leaves this computer.</source>
        <translation>Software libero con licenza MIT. Nessun testo lascia questo computer.</translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation>Copia le versioni</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>New project…</source>
        <translation>Nuovo progetto…</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Progetto</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>Apri progetto…</translation>
    </message>
    <message>
        <source>Import articles…</source>
        <translation>Importa articoli…</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>Importa una cartella…</translation>
    </message>
    <message>
        <source>Paste as article</source>
        <translation>Incolla come articolo</translation>
    </message>
    <message>
        <source>Watched folders…</source>
        <translation>Cartelle sorvegliate…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Esporta…</translation>
    </message>
    <message>
        <source>Send to a colleague…</source>
        <translation>Invia a un collega…</translation>
    </message>
    <message>
        <source>Receive work…</source>
        <translation>Ricevi lavoro…</translation>
    </message>
    <message>
        <source>Two versions of one person’s work…</source>
        <translation>Due versioni del lavoro di una persona…</translation>
    </message>
    <message>
        <source>Share out articles…</source>
        <translation>Distribuisci gli articoli…</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Fai una copia di sicurezza</translation>
    </message>
    <message>
        <source>Protect with a passphrase…</source>
        <translation>Proteggi con una frase segreta…</translation>
    </message>
    <message>
        <source>Change the passphrase…</source>
        <translation>Cambia la frase segreta…</translation>
    </message>
    <message>
        <source>Remove the passphrase…</source>
        <translation>Togli la frase segreta…</translation>
    </message>
    <message>
        <source>Check project</source>
        <translation>Controlla il progetto</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>Preferenze…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifica</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Ripeti</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copia</translation>
    </message>
    <message>
        <source>About this article…</source>
        <translation>Informazioni sull’articolo…</translation>
    </message>
    <message>
        <source>Delete article for good…</source>
        <translation>Elimina l’articolo per sempre…</translation>
    </message>
    <message>
        <source>Find in article…</source>
        <translation>Cerca nell’articolo…</translation>
    </message>
    <message>
        <source>Search all articles…</source>
        <translation>Cerca in tutti gli articoli…</translation>
    </message>
    <message>
        <source>All actions…</source>
        <translation>Tutte le azioni…</translation>
    </message>
    <message>
        <source>Next suggestion</source>
        <translation>Suggerimento successivo</translation>
    </message>
    <message>
        <source>Judge</source>
        <translation>Giudica</translation>
    </message>
    <message>
        <source>Previous suggestion</source>
        <translation>Suggerimento precedente</translation>
    </message>
    <message>
        <source>Next annotation</source>
        <translation>Annotazione successiva</translation>
    </message>
    <message>
        <source>Previous annotation</source>
        <translation>Annotazione precedente</translation>
    </message>
    <message>
        <source>Accept and go on</source>
        <translation>Accetta e vai avanti</translation>
    </message>
    <message>
        <source>Reject and go on</source>
        <translation>Rifiuta e vai avanti</translation>
    </message>
    <message>
        <source>Accept all suggestions</source>
        <translation>Accetta tutti i suggerimenti</translation>
    </message>
    <message>
        <source>Mark as unsure</source>
        <translation>Segna come incerta</translation>
    </message>
    <message>
        <source>Inner or outer annotation</source>
        <translation>Annotazione interna o esterna</translation>
    </message>
    <message>
        <source>Submit and go on</source>
        <translation>Consegna e vai avanti</translation>
    </message>
    <message>
        <source>Reopen a submitted article</source>
        <translation>Riapri un articolo consegnato</translation>
    </message>
    <message>
        <source>Label…</source>
        <translation>Etichetta…</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Segna</translation>
    </message>
    <message>
        <source>Project settings…</source>
        <translation>Impostazioni del progetto…</translation>
    </message>
    <message>
        <source>Accept in this place alone</source>
        <translation>Accetta solo qui</translation>
    </message>
    <message>
        <source>Accept the rest of the paragraph</source>
        <translation>Accetta il resto del capoverso</translation>
    </message>
    <message>
        <source>Reject wherever it says the same</source>
        <translation>Rifiuta ovunque dice lo stesso</translation>
    </message>
    <message>
        <source>Doubtful suggestions first</source>
        <translation>Prima i suggerimenti dubbi</translation>
    </message>
    <message>
        <source>Take back one of the last decisions…</source>
        <translation>Annulla una delle ultime decisioni…</translation>
    </message>
    <message>
        <source>Last label again</source>
        <translation>Di nuovo l’ultima etichetta</translation>
    </message>
    <message>
        <source>Keep the last label until Esc</source>
        <translation>Tieni l’ultima etichetta fino a Esc</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Affermazione</translation>
    </message>
    <message>
        <source>Next place where the machine and I disagree</source>
        <translation>Prossimo punto in cui io e la macchina non concordiamo</translation>
    </message>
    <message>
        <source>Source of the claim</source>
        <translation>Fonte dell’affermazione</translation>
    </message>
    <message>
        <source>The article itself says the claim</source>
        <translation>L’affermazione è dell’articolo stesso</translation>
    </message>
    <message>
        <source>Cue of the claim</source>
        <translation>Indizio dell’affermazione</translation>
    </message>
    <message>
        <source>Carry over the evidence of what was said before</source>
        <translation>Riprendi le prove di ciò che è già stato detto</translation>
    </message>
    <message>
        <source>Read the kept source of the claim</source>
        <translation>Leggi la fonte conservata dell’affermazione</translation>
    </message>
    <message>
        <source>Keep a saved page or PDF as a source…</source>
        <translation>Conserva una pagina salvata o un PDF come fonte…</translation>
    </message>
    <message>
        <source>Add the selection to the claim</source>
        <translation>Aggiungi la selezione all’affermazione</translation>
    </message>
    <message>
        <source>End one word further</source>
        <translation>Fine una parola più in là</translation>
    </message>
    <message>
        <source>End one word back</source>
        <translation>Fine una parola più in qua</translation>
    </message>
    <message>
        <source>Begin one word earlier</source>
        <translation>Inizio una parola prima</translation>
    </message>
    <message>
        <source>Begin one word later</source>
        <translation>Inizio una parola dopo</translation>
    </message>
    <message>
        <source>End one clause further</source>
        <translation>Fine una proposizione più in là</translation>
    </message>
    <message>
        <source>End one clause back</source>
        <translation>Fine una proposizione più in qua</translation>
    </message>
    <message>
        <source>Begin one clause earlier</source>
        <translation>Inizio una proposizione prima</translation>
    </message>
    <message>
        <source>Begin one clause later</source>
        <translation>Inizio una proposizione dopo</translation>
    </message>
    <message>
        <source>Begin at the cursor</source>
        <translation>Inizio al cursore</translation>
    </message>
    <message>
        <source>End at the cursor</source>
        <translation>Fine al cursore</translation>
    </message>
    <message>
        <source>Label all occurrences in the article</source>
        <translation>Etichetta tutte le occorrenze nell’articolo</translation>
    </message>
    <message>
        <source>All occurrences in the project…</source>
        <translation>Tutte le occorrenze nel progetto…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Togli</translation>
    </message>
    <message>
        <source>Edit fields</source>
        <translation>Modifica i campi</translation>
    </message>
    <message>
        <source>History of this</source>
        <translation>Cronologia di questa annotazione</translation>
    </message>
    <message>
        <source>Next article</source>
        <translation>Articolo successivo</translation>
    </message>
    <message>
        <source>To the menus</source>
        <translation>Ai menu</translation>
    </message>
    <message>
        <source>Names, claims or both in turn</source>
        <translation>Nomi, affermazioni o entrambi, a turno</translation>
    </message>
    <message>
        <source>Names and claims</source>
        <translation>Nomi e affermazioni</translation>
    </message>
    <message>
        <source>Names alone</source>
        <translation>Solo i nomi</translation>
    </message>
    <message>
        <source>Claims alone</source>
        <translation>Solo le affermazioni</translation>
    </message>
    <message>
        <source>Only the text</source>
        <translation>Solo il testo</translation>
    </message>
    <message>
        <source>Last decisions</source>
        <translation>Ultime decisioni</translation>
    </message>
    <message>
        <source>Take this decision back</source>
        <translation>Annulla questa decisione</translation>
    </message>
    <message>
        <source>Show {page}</source>
        <translation>Mostra: {page}</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Vai</translation>
    </message>
    <message>
        <source>Previous article</source>
        <translation>Articolo precedente</translation>
    </message>
    <message>
        <source>The other version of this article</source>
        <translation>L’altra versione di questo articolo</translation>
    </message>
    <message>
        <source>What could not be placed…</source>
        <translation>Che cosa non ha trovato posto…</translation>
    </message>
    <message>
        <source>To the list of articles</source>
        <translation>All’elenco degli articoli</translation>
    </message>
    <message>
        <source>To the article</source>
        <translation>All’articolo</translation>
    </message>
    <message>
        <source>To the inspector</source>
        <translation>Ai dettagli</translation>
    </message>
    <message>
        <source>Claims of the project</source>
        <translation>Affermazioni del progetto</translation>
    </message>
    <message>
        <source>Article list</source>
        <translation>Elenco degli articoli</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Vista</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Dettagli</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Testo più grande</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Testo più piccolo</translation>
    </message>
    <message>
        <source>Compact lines</source>
        <translation>Righe compatte</translation>
    </message>
    <message>
        <source>Edit labels…</source>
        <translation>Modifica le etichette…</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Strumenti</translation>
    </message>
    <message>
        <source>Suggest for this article</source>
        <translation>Suggerisci per questo articolo</translation>
    </message>
    <message>
        <source>Suggest for all articles</source>
        <translation>Suggerisci per tutti gli articoli</translation>
    </message>
    <message>
        <source>Learn from my corrections…</source>
        <translation>Impara dalle mie correzioni…</translation>
    </message>
    <message>
        <source>Stop suggesting</source>
        <translation>Ferma i suggerimenti</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>Cambia i tasti…</translation>
    </message>
    <message>
        <source>Keys at a glance</source>
        <translation>I tasti in una pagina</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aiuto</translation>
    </message>
    <message>
        <source>About Vaglio</source>
        <translation>Informazioni su Vaglio</translation>
    </message>
    <message>
        <source>Review: take B</source>
        <translation>Revisione: prendi B</translation>
    </message>
    <message>
        <source>Review: take the third</source>
        <translation>Revisione: prendi il terzo</translation>
    </message>
    <message>
        <source>Review colleagues’ work</source>
        <translation>Rivedi il lavoro dei colleghi</translation>
    </message>
    <message>
        <source>Review side by side</source>
        <translation>Revisione affiancata</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Colori scuri</translation>
    </message>
    <message>
        <source>Progress…</source>
        <translation>Avanzamento…</translation>
    </message>
    <message>
        <source>Agreement…</source>
        <translation>Accordo…</translation>
    </message>
    <message>
        <source>Link a source to the claim…</source>
        <translation>Collega una fonte all’affermazione…</translation>
    </message>
    <message>
        <source>Verdict on the claim</source>
        <translation>Verdetto sull’affermazione</translation>
    </message>
    <message>
        <source>Import a list of names (CSV)…</source>
        <translation>Importa un elenco di nomi (CSV)…</translation>
    </message>
    <message>
        <source>Claim of exactly the selection</source>
        <translation>Affermazione: proprio la selezione</translation>
    </message>
    <message>
        <source>Split the claim here</source>
        <translation>Dividi qui l’affermazione</translation>
    </message>
    <message>
        <source>Split the claim into parts, keep the whole</source>
        <translation>Dividi l’affermazione in parti e tieni l’intero</translation>
    </message>
    <message>
        <source>Join with the next claim</source>
        <translation>Unisci all’affermazione successiva</translation>
    </message>
    <message>
        <source>Part of the claim around it</source>
        <translation>Parte dell’affermazione che la contiene</translation>
    </message>
    <message>
        <source>Who reports what the source says</source>
        <translation>Chi riferisce ciò che dice la fonte</translation>
    </message>
    <message>
        <source>What the name stands for…</source>
        <translation>Che cosa indica il nome…</translation>
    </message>
</context>
<context>
    <name>Agreement</name>
    <message>
        <source>Entities</source>
        <translation>Entità</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>Affermazioni</translation>
    </message>
    <message>
        <source>Who says it</source>
        <translation>Chi lo dice</translation>
    </message>
    <message>
        <source>Agreement of each two annotators</source>
        <translation>Accordo di ogni coppia di annotatori (F1)</translation>
    </message>
    <message>
        <source>Agreement by label</source>
        <translation>Accordo per etichetta (F1)</translation>
    </message>
    <message>
        <source>Agreement over time</source>
        <translation>Accordo nel tempo (F1)</translation>
    </message>
    <message>
        <source>Which label for which</source>
        <translation>Quale etichetta al posto di quale</translation>
    </message>
    <message>
        <source>all labels</source>
        <translation>tutte</translation>
    </message>
    <message>
        <source>claims</source>
        <translation>affermazioni</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nulla</translation>
    </message>
    <message>
        <source>Kind of claim (κ)</source>
        <translation>Tipo di affermazione (κ)</translation>
    </message>
    <message>
        <source>Check-worthiness (weighted κ)</source>
        <translation>Priorità di verifica (κ pesato)</translation>
    </message>
    <message>
        <source>Certainty (κ)</source>
        <translation>Certezza (κ)</translation>
    </message>
    <message>
        <source>Stance of evidence (κ)</source>
        <translation>Posizione delle prove (κ)</translation>
    </message>
    <message>
        <source>Verdict (κ)</source>
        <translation>Verdetto (κ)</translation>
    </message>
</context>
<context>
    <name>AgreementDialog</name>
    <message>
        <source>Agreement</source>
        <translation>Accordo</translation>
    </message>
    <message>
        <source>Count work that is not submitted, too</source>
        <translation>Conta anche il lavoro non consegnato</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Salva…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>Misurazione…</translation>
    </message>
    <message>
        <source>Nothing to compare yet</source>
        <translation>Ancora nulla da confrontare</translation>
    </message>
    <message numerus="yes">
        <source>{who} on %n article(s)</source>
        <translation>
            <numerusform>{who} su %n articolo</numerusform>
            <numerusform>{who} su %n articoli</numerusform>
        </translation>
    </message>
    <message>
        <source>Articles with least agreement</source>
        <translation>Articoli con meno accordo</translation>
    </message>
    <message numerus="yes">
        <source>{f1}   {title}   (%n difference(s))</source>
        <translation>
            <numerusform>{f1}   {title}   (%n differenza)</numerusform>
            <numerusform>{f1}   {title}   (%n differenze)</numerusform>
        </translation>
    </message>
    <message>
        <source>Entities, same words and label (F1)</source>
        <translation>Entità, stesse parole ed etichetta (F1)</translation>
    </message>
    <message>
        <source>Entities, words in common, same label (F1)</source>
        <translation>Entità, parole in comune, stessa etichetta (F1)</translation>
    </message>
    <message>
        <source>Entities, same words, whatever label (F1)</source>
        <translation>Entità, stesse parole, qualunque etichetta (F1)</translation>
    </message>
    <message>
        <source>Claims, half of the words in common (F1)</source>
        <translation>Affermazioni, metà delle parole in comune (F1)</translation>
    </message>
    <message>
        <source>Characters (Krippendorff’s α)</source>
        <translation>Caratteri (α di Krippendorff)</translation>
    </message>
    <message>
        <source>Where units begin and end (α_U)</source>
        <translation>Dove le unità cominciano e finiscono (α_U)</translation>
    </message>
    <message>
        <source>Who says the claims that both marked (F1)</source>
        <translation>Chi dice le affermazioni segnate da entrambi (F1)</translation>
    </message>
    <message>
        <source>Save the agreement</source>
        <translation>Salva l’accordo</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabella (*.csv)</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Immagine (*.png)</translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <translation>Disegno (*.svg)</translation>
    </message>
</context>
<context>
    <name>AnnotationCommands</name>
    <message numerus="yes">
        <source>%n suggestion(s) accepted</source>
        <translation>
            <numerusform>%n suggerimento accettato</numerusform>
            <numerusform>%n suggerimenti accettati</numerusform>
        </translation>
    </message>
    <message>
        <source>{key} takes it back</source>
        <translation>{key} annulla</translation>
    </message>
    <message>
        <source>This is your own annotation: Del removes it.</source>
        <translation>Questa annotazione è tua: Canc la toglie.</translation>
    </message>
    <message>
        <source>Every selection becomes {label} until Esc</source>
        <translation>Ogni selezione diventa {label} fino a Esc</translation>
    </message>
    <message>
        <source>Select words, or go to an entity with Space: then a label has something to go on.</source>
        <translation>Seleziona delle parole, o vai a un’entità con Spazio: allora l’etichetta ha dove andare.</translation>
    </message>
    <message numerus="yes">
        <source>%n occurrence(s) of “{words}” labelled {label}</source>
        <translation>
            <numerusform>%n occorrenza di «{words}» etichettata {label}</numerusform>
            <numerusform>%n occorrenze di «{words}» etichettate {label}</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing would be left: put the cursor where it is to begin or end.</source>
        <translation>Non resterebbe nulla: metti il cursore dove deve iniziare o finire.</translation>
    </message>
    <message numerus="yes">
        <source>%n left out, inside longer names</source>
        <translation>
            <numerusform>%n tralasciata, dentro un nome più lungo</numerusform>
            <numerusform>%n tralasciate, dentro nomi più lunghi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Submitted with %n suggestion(s) not judged</source>
        <translation>
            <numerusform>Consegnato con %n suggerimento non giudicato</numerusform>
            <numerusform>Consegnato con %n suggerimenti non giudicati</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArchivedSourceCommands</name>
    <message>
        <source>Kept: {titles}</source>
        <translation>Conservato: {titles}</translation>
    </message>
    <message>
        <source>Keep a file as a source</source>
        <translation>Conserva un file come fonte</translation>
    </message>
    <message>
        <source>Saved pages, PDFs, pictures ({suffixes})</source>
        <translation>Pagine salvate, PDF, immagini ({suffixes})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tutti i file (*)</translation>
    </message>
    <message>
        <source>Quoted, {place}</source>
        <translation>Citato, {place}</translation>
    </message>
</context>
<context>
    <name>ArticleDialog</name>
    <message>
        <source>About this article</source>
        <translation>Informazioni sull’articolo</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titolo</translation>
    </message>
    <message>
        <source>&amp;Publisher</source>
        <translation>&amp;Editore</translation>
    </message>
    <message>
        <source>A&amp;uthor</source>
        <translation>A&amp;utore</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Indirizzo</translation>
    </message>
    <message>
        <source>Pu&amp;blished</source>
        <translation>Pu&amp;bblicato</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>Lin&amp;gua</translation>
    </message>
    <message>
        <source>2024-01-04, 2024-01 or 2024</source>
        <translation>2024-01-04, 2024-01 o 2024</translation>
    </message>
    <message>
        <source>https://… – a published verdict names it</source>
        <translation>https://… – una verifica pubblicata lo cita</translation>
    </message>
    <message>
        <source>it, en …</source>
        <translation>it, en …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salva</translation>
    </message>
</context>
<context>
    <name>ArticleFilterRow</name>
    <message>
        <source>Filter</source>
        <translation>Filtra</translation>
    </message>
    <message>
        <source>Show only some of the articles, or in another order</source>
        <translation>Mostra solo alcuni articoli, o in un altro ordine</translation>
    </message>
    <message>
        <source>Show all articles</source>
        <translation>Mostra tutti gli articoli</translation>
    </message>
    <message>
        <source>to judge</source>
        <translation>da giudicare</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>incerta</translation>
    </message>
    <message>
        <source>mine to label</source>
        <translation>da etichettare per me</translation>
    </message>
    <message>
        <source>to review</source>
        <translation>da rivedere</translation>
    </message>
    <message>
        <source>With suggestions to judge</source>
        <translation>Con suggerimenti da giudicare</translation>
    </message>
    <message>
        <source>With something unsure</source>
        <translation>Con qualcosa di incerto</translation>
    </message>
    <message>
        <source>Mine to label</source>
        <translation>Da etichettare per me</translation>
    </message>
    <message>
        <source>Submitted by colleagues, to review</source>
        <translation>Consegnati dai colleghi, da rivedere</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Stato</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Lingua</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etichetta</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordine</translation>
    </message>
    <message>
        <source>as imported</source>
        <translation>come importati</translation>
    </message>
    <message>
        <source>newest import first</source>
        <translation>prima gli ultimi importati</translation>
    </message>
    <message>
        <source>newest article first</source>
        <translation>prima gli articoli più recenti</translation>
    </message>
    <message>
        <source>by title</source>
        <translation>per titolo</translation>
    </message>
    <message>
        <source>most to judge first</source>
        <translation>prima i più da giudicare</translation>
    </message>
    <message>
        <source>most that is doubtful first</source>
        <translation>prima i più dubbi</translation>
    </message>
    <message>
        <source>any</source>
        <translation>qualsiasi</translation>
    </message>
    <message>
        <source>what teaches most first</source>
        <translation>prima ciò che insegna di più</translation>
    </message>
</context>
<context>
    <name>ArticleForm</name>
    <message>
        <source>Text</source>
        <translation>Testo</translation>
    </message>
    <message>
        <source>Take these &amp;words out of all</source>
        <translation>&amp;Togli queste parole da tutti</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>T&amp;itolo</translation>
    </message>
    <message>
        <source>&amp;Publisher</source>
        <translation>T&amp;estata</translation>
    </message>
    <message>
        <source>A&amp;uthor</source>
        <translation>&amp;Autore</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>In&amp;dirizzo</translation>
    </message>
    <message>
        <source>Pu&amp;blished</source>
        <translation>Pu&amp;bblicato</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>Lin&amp;gua</translation>
    </message>
    <message>
        <source>for all</source>
        <translation>per tutti</translation>
    </message>
    <message>
        <source>{field}: for all articles</source>
        <translation>{field}: per tutti gli articoli</translation>
    </message>
    <message>
        <source>All articles of this import get it</source>
        <translation>Lo ricevono tutti gli articoli di questa importazione</translation>
    </message>
    <message>
        <source>Changes here are made before the article comes in.</source>
        <translation>Le modifiche si fanno prima che l’articolo entri.</translation>
    </message>
    <message>
        <source>The text is annotated, and comes in as it is.</source>
        <translation>Il testo è annotato, ed entra così com’è.</translation>
    </message>
    <message>
        <source>This is its beginning; the text comes in as it is.</source>
        <translation>Questo è l’inizio; il testo entra così com’è.</translation>
    </message>
    <message numerus="yes">
        <source>Taken out of %n article(s).</source>
        <translation>
            <numerusform>Tolte da %n articolo.</numerusform>
            <numerusform>Tolte da %n articoli.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArticleList</name>
    <message>
        <source>Articles</source>
        <translation>Articoli</translation>
    </message>
</context>
<context>
    <name>ArticleListPanel</name>
    <message>
        <source>Articles</source>
        <translation>Articoli</translation>
    </message>
    <message>
        <source>Show all articles</source>
        <translation>Mostra tutti gli articoli</translation>
    </message>
    <message>
        <source>Import articles…</source>
        <translation>Importa articoli…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Apri</translation>
    </message>
    <message>
        <source>{shown} of {whole}</source>
        <translation>{shown} di {whole}</translation>
    </message>
    <message>
        <source>Search {count} articles</source>
        <translation>Cerca in {count} articoli</translation>
    </message>
    <message>
        <source>This project has no articles yet.

Import files or a folder, drop them on this window, or copy a text and press {paste}.</source>
        <translation>Questo progetto non ha ancora articoli.

Importa file o una cartella, trascinali su questa finestra, o copia un testo e premi {paste}.</translation>
    </message>
    <message>
        <source>No article is like that.</source>
        <translation>Nessun articolo è così.</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n in lavorazione</numerusform>
            <numerusform>%n in lavorazione</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n finito</numerusform>
            <numerusform>%n finiti</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to discuss</source>
        <translation>
            <numerusform>%n da discutere</numerusform>
            <numerusform>%n da discutere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArticlePresenter</name>
    <message>
        <source>said before</source>
        <translation>già detto</translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of evidence</source>
        <translation>
            <numerusform>%n prova</numerusform>
            <numerusform>%n prove</numerusform>
        </translation>
    </message>
    <message>
        <source>part of {claim}</source>
        <translation>parte di {claim}</translation>
    </message>
    <message>
        <source>the article itself</source>
        <translation>l’articolo stesso</translation>
    </message>
    <message>
        <source>somebody not named</source>
        <translation>qualcuno senza nome</translation>
    </message>
    <message>
        <source>unattributed</source>
        <translation>senza attribuzione</translation>
    </message>
    <message>
        <source>form written for other words</source>
        <translation>forma scritta per altre parole</translation>
    </message>
    <message>
        <source>via {agent}</source>
        <translation>tramite {agent}</translation>
    </message>
    <message>
        <source>dropped subject</source>
        <translation>soggetto sottinteso</translation>
    </message>
    <message>
        <source>cue “{words}”</source>
        <translation>indizio «{words}»</translation>
    </message>
    <message>
        <source>suggested – A accepts, X rejects</source>
        <translation>suggerita – A accetta, X rifiuta</translation>
    </message>
    <message>
        <source>no evidence yet – E links a source</source>
        <translation>ancora nessuna prova – E collega una fonte</translation>
    </message>
    <message>
        <source>doubtful, {share}</source>
        <translation>in dubbio, {share}</translation>
    </message>
    <message>
        <source>Suggested by {reason}</source>
        <translation>Suggerita da: {reason}</translation>
    </message>
    <message>
        <source>claim {number} of {total}, {agents}</source>
        <translation>affermazione {number} di {total}, {agents}</translation>
    </message>
    <message>
        <source>suggested</source>
        <translation>suggerita</translation>
    </message>
    <message>
        <source>characters {start}–{end}, paragraph {number}</source>
        <translation>caratteri {start}–{end}, capoverso {number}</translation>
    </message>
</context>
<context>
    <name>ArticleView</name>
    <message>
        <source>Article</source>
        <translation>Articolo</translation>
    </message>
</context>
<context>
    <name>AttributionForm</name>
    <message>
        <source>Not who says this claim; other claims keep it</source>
        <translation>Non è chi dice questa affermazione; alle altre resta</translation>
    </message>
    <message>
        <source>Remove this attribution</source>
        <translation>Togli questa attribuzione</translation>
    </message>
    <message>
        <source>More about who says it</source>
        <translation>Altro su chi lo dice</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Who says it</source>
        <translation>Chi lo dice</translation>
    </message>
    <message>
        <source>Named</source>
        <translation>Come è nominata</translation>
    </message>
    <message>
        <source>Reported by</source>
        <translation>Riferito da</translation>
    </message>
    <message>
        <source>The source that cites this one: “according to the Post, officials said”</source>
        <translation>La fonte che cita questa: «secondo il Post, i funzionari hanno detto»</translation>
    </message>
    <message>
        <source>Source: “{words}”</source>
        <translation>Fonte: «{words}»</translation>
    </message>
    <message>
        <source>Cue: “{words}”</source>
        <translation>Indizio: «{words}»</translation>
    </message>
    <message numerus="yes">
        <source>Says %n other claim(s), too: they keep it as it is</source>
        <translation>
            <numerusform>Vale anche per un’altra affermazione, che resta com’è</numerusform>
            <numerusform>Vale anche per altre %n affermazioni, che restano come sono</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody else</source>
        <translation>nessun altro</translation>
    </message>
</context>
<context>
    <name>Captions</name>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Incerta</translation>
    </message>
    <message>
        <source>Subtype</source>
        <translation>Sottotipo</translation>
    </message>
    <message>
        <source>Normal form</source>
        <translation>Forma normale</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Collegamento</translation>
    </message>
    <message>
        <source>Stand-alone form</source>
        <translation>Forma autonoma</translation>
    </message>
    <message>
        <source>Claimed on</source>
        <translation>Detta il</translation>
    </message>
    <message>
        <source>Part of</source>
        <translation>Parte di</translation>
    </message>
    <message>
        <source>Who says it</source>
        <translation>Chi lo dice</translation>
    </message>
    <message>
        <source>Reported by</source>
        <translation>Riferito da</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etichetta</translation>
    </message>
</context>
<context>
    <name>CheatSheet</name>
    <message>
        <source>Keys at a glance</source>
        <translation>I tasti in una pagina</translation>
    </message>
    <message>
        <source>Find a key or what it does</source>
        <translation>Cerca un tasto o che cosa fa</translation>
    </message>
    <message>
        <source>Single letters work while the article has the focus.</source>
        <translation>Le lettere da sole valgono quando il cursore è nell’articolo.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etichette</translation>
    </message>
    <message>
        <source>Move the caret</source>
        <translation>Sposta il cursore</translation>
    </message>
    <message>
        <source>Move by word</source>
        <translation>Sposta di una parola</translation>
    </message>
    <message>
        <source>Mark from the caret</source>
        <translation>Seleziona dal cursore</translation>
    </message>
    <message>
        <source>One level back</source>
        <translation>Un passo indietro</translation>
    </message>
    <message>
        <source>Caret</source>
        <translation>Cursore</translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation>Mouse</translation>
    </message>
    <message>
        <source>Nothing is called “{words}”.</source>
        <translation>Nulla si chiama «{words}».</translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message>
        <source>Check project</source>
        <translation>Controlla il progetto</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Che cosa si è trovato</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Ripara</translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>Copia l’elenco</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Copie di sicurezza</translation>
    </message>
    <message>
        <source>A backup opens as a copy beside the project; the project itself stays as it is.</source>
        <translation>Una copia di sicurezza si apre come copia accanto al progetto; il progetto resta com’è.</translation>
    </message>
    <message>
        <source>Backups, the newest first</source>
        <translation>Copie di sicurezza, la più recente per prima</translation>
    </message>
    <message>
        <source>Open a copy</source>
        <translation>Apri una copia</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Controlla di nuovo</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Controllo in corso…</translation>
    </message>
    <message>
        <source>Texts, annotations, owners and the history.</source>
        <translation>Testi, annotazioni, proprietari e cronologia.</translation>
    </message>
    <message>
        <source>Repairing…</source>
        <translation>Riparazione in corso…</translation>
    </message>
    <message>
        <source>A backup is made first; nothing is deleted.</source>
        <translation>Prima si fa una copia di sicurezza; nulla viene cancellato.</translation>
    </message>
    <message>
        <source>The project could not be checked</source>
        <translation>Non è stato possibile controllare il progetto</translation>
    </message>
    <message>
        <source>Everything is in order</source>
        <translation>Tutto è in ordine</translation>
    </message>
    <message>
        <source>All that is stored is as it was written.</source>
        <translation>Tutto ciò che è salvato è come è stato scritto.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) found</source>
        <translation>
            <numerusform>Trovato %n problema</numerusform>
            <numerusform>Trovati %n problemi</numerusform>
        </translation>
    </message>
    <message>
        <source>Repair mends what can be mended without guessing, after a backup.</source>
        <translation>Ripara sistema ciò che si può sistemare senza tirare a indovinare, dopo una copia di sicurezza.</translation>
    </message>
    <message>
        <source>Mended: {what}</source>
        <translation>Sistemato: {what}</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiato</translation>
    </message>
    <message>
        <source>There is none yet.</source>
        <translation>Non ce n’è ancora nessuna.</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>Copia in corso…</translation>
    </message>
    <message>
        <source>The backup could not be copied</source>
        <translation>Non è stato possibile copiare la copia di sicurezza</translation>
    </message>
</context>
<context>
    <name>ClaimCommands</name>
    <message numerus="yes">
        <source>%n claim(s) cannot be read without the article: the stand-alone form is empty, or has something in brackets.</source>
        <translation>
            <numerusform>%n affermazione non si capisce senza l’articolo: la forma autonoma è vuota o ha qualcosa tra parentesi quadre.</numerusform>
            <numerusform>%n affermazioni non si capiscono senza l’articolo: la forma autonoma è vuota o ha qualcosa tra parentesi quadre.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n claim(s) have a stand-alone form that was written for other words.</source>
        <translation>
            <numerusform>%n affermazione ha una forma autonoma scritta per altre parole.</numerusform>
            <numerusform>%n affermazioni hanno una forma autonoma scritta per altre parole.</numerusform>
        </translation>
    </message>
    <message>
        <source>{key} again submits as it is.</source>
        <translation>Di nuovo {key} consegna così com’è.</translation>
    </message>
</context>
<context>
    <name>ClaimForm</name>
    <message>
        <source>The claim in words that can be understood alone</source>
        <translation>L’affermazione in parole che si capiscono da sole</translation>
    </message>
    <message>
        <source>Stand-alone form</source>
        <translation>Forma autonoma</translation>
    </message>
    <message>
        <source>More about the claim</source>
        <translation>Altro sull’affermazione</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>non detto</translation>
    </message>
    <message>
        <source>Claimed on</source>
        <translation>Detta il</translation>
    </message>
    <message>
        <source>When it was said, if not with the article: 2024-01-04, 2024-01 or 2024</source>
        <translation>Quando è stata detta, se non con l’articolo: 2024-01-04, 2024-01 o 2024</translation>
    </message>
    <message>
        <source>Part of</source>
        <translation>Parte di</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Unsure: come back to it</source>
        <translation>Incerta: da rivedere</translation>
    </message>
    <message>
        <source>no other claim</source>
        <translation>nessun’altra</translation>
    </message>
</context>
<context>
    <name>Claims</name>
    <message>
        <source>Claim</source>
        <translation>Affermazione</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Articolo</translation>
    </message>
    <message>
        <source>Who says it</source>
        <translation>Chi lo dice</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorità</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Prove</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Verdetto</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>Di chi</translation>
    </message>
    <message>
        <source>nobody, nothing named</source>
        <translation>nessuno, nessun nome</translation>
    </message>
    <message>
        <source>suggested</source>
        <translation>suggerita</translation>
    </message>
</context>
<context>
    <name>ClaimsFilter</name>
    <message>
        <source>Search claims, who says them, titles</source>
        <translation>Cerca nelle affermazioni, in chi le dice, nei titoli</translation>
    </message>
    <message>
        <source>Whose claims</source>
        <translation>Di chi sono</translation>
    </message>
    <message>
        <source>How far they are checked</source>
        <translation>Quanto sono verificate</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorità</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordine</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppi</translation>
    </message>
    <message>
        <source>Everybody’s claims</source>
        <translation>Di tutti</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Mie</translation>
    </message>
    <message>
        <source>Suggested, not judged</source>
        <translation>Suggerite, da giudicare</translation>
    </message>
    <message>
        <source>Checked or not</source>
        <translation>Verificate o no</translation>
    </message>
    <message>
        <source>Without evidence</source>
        <translation>Senza prove</translation>
    </message>
    <message>
        <source>With evidence, no verdict</source>
        <translation>Con prove, senza verdetto</translation>
    </message>
    <message>
        <source>With a verdict</source>
        <translation>Con un verdetto</translation>
    </message>
    <message>
        <source>Any priority</source>
        <translation>Ogni priorità</translation>
    </message>
    <message>
        <source>{degree} ({name}) or more</source>
        <translation>{degree} ({name}) o più</translation>
    </message>
    <message>
        <source>Any kind</source>
        <translation>Ogni tipo</translation>
    </message>
    <message>
        <source>Order: newest first</source>
        <translation>Ordine: prima le nuove</translation>
    </message>
    <message>
        <source>Order: {column}</source>
        <translation>Ordine: {column}</translation>
    </message>
    <message>
        <source>Not grouped</source>
        <translation>Senza gruppi</translation>
    </message>
    <message>
        <source>By who says it</source>
        <translation>Per chi lo dice</translation>
    </message>
    <message>
        <source>By topic</source>
        <translation>Per argomento</translation>
    </message>
</context>
<context>
    <name>ClaimsListView</name>
    <message>
        <source>looking…</source>
        <translation>cerco…</translation>
    </message>
    <message>
        <source>Claims of the project</source>
        <translation>Affermazioni del progetto</translation>
    </message>
    <message>
        <source>Back to the article</source>
        <translation>Torna all’articolo</translation>
    </message>
    <message>
        <source>Show all claims</source>
        <translation>Mostra tutte</translation>
    </message>
    <message>
        <source>Show what is suggested</source>
        <translation>Mostra quelle suggerite</translation>
    </message>
    <message>
        <source>open in the article</source>
        <translation>apri nell’articolo</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>priorità</translation>
    </message>
    <message>
        <source>accept</source>
        <translation>accetta</translation>
    </message>
    <message>
        <source>reject, remove</source>
        <translation>rifiuta, togli</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>incerta</translation>
    </message>
    <message>
        <source>search</source>
        <translation>cerca</translation>
    </message>
    <message>
        <source>{shown} of {whole}</source>
        <translation>{shown} di {whole}</translation>
    </message>
    <message>
        <source>No claim is like that.</source>
        <translation>Nessuna affermazione è così.</translation>
    </message>
    <message>
        <source>Every suggested claim is judged, or no article has been read yet.</source>
        <translation>Ogni affermazione suggerita è giudicata, o nessun articolo è ancora stato letto.</translation>
    </message>
    <message>
        <source>Nobody has marked a claim yet.

In an article, select words and press {claim}, or accept what is suggested with {accept}. Here you will find all of them, from every article.</source>
        <translation>Nessuno ha ancora segnato un’affermazione.

In un articolo seleziona delle parole e premi {claim}, o accetta ciò che è suggerito con {accept}. Qui le troverai tutte, di ogni articolo.</translation>
    </message>
    <message numerus="yes">
        <source>%n claim(s)</source>
        <translation>
            <numerusform>%n affermazione</numerusform>
            <numerusform>%n affermazioni</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of colleagues left as they are</source>
        <translation>
            <numerusform>%n di un collega lasciata com’è</numerusform>
            <numerusform>%n di colleghi lasciate come sono</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in submitted articles left as they are</source>
        <translation>
            <numerusform>%n in un articolo consegnato lasciata com’è</numerusform>
            <numerusform>%n in articoli consegnati lasciate come sono</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClaimsTable</name>
    <message>
        <source>Claims of the project</source>
        <translation>Affermazioni del progetto</translation>
    </message>
</context>
<context>
    <name>CollaborationCommands</name>
    <message>
        <source>Somebody went on with the same layer in two places: decide</source>
        <translation>Qualcuno ha continuato lo stesso livello in due posti: decidi</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) in two versions</source>
        <translation>
            <numerusform>%n livello in due versioni</numerusform>
            <numerusform>%n livelli in due versioni</numerusform>
        </translation>
    </message>
    <message>
        <source>Receive work</source>
        <translation>Ricevi lavoro</translation>
    </message>
    <message>
        <source>Work of colleagues (*.vaglio-bundle *.vaglio *.jsonl)</source>
        <translation>Lavoro dei colleghi (*.vaglio-bundle *.vaglio *.jsonl)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tutti i file (*)</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Open an article first.</source>
        <translation>Prima apri un articolo.</translation>
    </message>
    <message>
        <source>This article is submitted: reopen it first.</source>
        <translation>Questo articolo è consegnato: prima riaprilo.</translation>
    </message>
    <message>
        <source>This article is not submitted.</source>
        <translation>Questo articolo non è consegnato.</translation>
    </message>
    <message>
        <source>No label was used yet.</source>
        <translation>Non è ancora stata usata nessuna etichetta.</translation>
    </message>
    <message>
        <source>Select some words first.</source>
        <translation>Prima seleziona delle parole.</translation>
    </message>
    <message>
        <source>Select some words, or go to a name, first.</source>
        <translation>Prima seleziona delle parole, o vai a un nome.</translation>
    </message>
    <message>
        <source>Go to an annotation first: click it.</source>
        <translation>Prima vai a un’annotazione: fai clic su di essa.</translation>
    </message>
    <message>
        <source>Nothing was decided yet.</source>
        <translation>Non è stato ancora deciso nulla.</translation>
    </message>
    <message>
        <source>This is for suggestions: go to one first.</source>
        <translation>Vale solo per i suggerimenti: prima vai a uno di essi.</translation>
    </message>
    <message>
        <source>Every suggestion that is shown is judged.</source>
        <translation>Tutti i suggerimenti mostrati sono giudicati.</translation>
    </message>
    <message>
        <source>Go to a claim first: click its card or its words.</source>
        <translation>Prima vai a un’affermazione: fai clic sulla sua scheda o sulle sue parole.</translation>
    </message>
    <message>
        <source>Make a claim, or go to one, first.</source>
        <translation>Prima crea un’affermazione, o vai a una.</translation>
    </message>
    <message>
        <source>Go to a name that is labelled first: click it.</source>
        <translation>Prima vai a un nome etichettato: fai clic su di esso.</translation>
    </message>
    <message>
        <source>No file is kept of a source of this claim.</source>
        <translation>Di nessuna fonte di questa affermazione è conservato un file.</translation>
    </message>
    <message>
        <source>No similar claim with evidence is known of this one.</source>
        <translation>Non si conosce nessuna affermazione simile che abbia prove.</translation>
    </message>
    <message>
        <source>There is one version of this article.</source>
        <translation>Di questo articolo c’è una sola versione.</translation>
    </message>
    <message>
        <source>Nothing of an older version is missing here.</source>
        <translation>Qui non manca nulla di una versione precedente.</translation>
    </message>
    <message>
        <source>Go to a difference first: click it.</source>
        <translation>Prima vai a una differenza: fai clic su di essa.</translation>
    </message>
    <message>
        <source>One colleague&apos;s work is under review: there is no B.</source>
        <translation>È in revisione il lavoro di un solo collega: non c’è B.</translation>
    </message>
    <message>
        <source>There is no third colleague in this review.</source>
        <translation>In questa revisione non c’è un terzo collega.</translation>
    </message>
    <message>
        <source>Nothing is left that all colleagues say alike.</source>
        <translation>Non resta nulla su cui tutti i colleghi siano d’accordo.</translation>
    </message>
    <message>
        <source>This project has a passphrase already.</source>
        <translation>Questo progetto ha già una frase segreta.</translation>
    </message>
    <message>
        <source>This project has no passphrase.</source>
        <translation>Questo progetto non ha una frase segreta.</translation>
    </message>
    <message>
        <source>No project is open: open one or make a new one first.</source>
        <translation>Nessun progetto è aperto: prima aprine uno o creane uno nuovo.</translation>
    </message>
    <message>
        <source>This belongs to an article: open a claim in its article with Enter first.</source>
        <translation>Vale per un articolo: prima apri un’affermazione nel suo articolo con Invio.</translation>
    </message>
    <message>
        <source>This belongs to labelling, not to a review: leave the review with Esc first.</source>
        <translation>Vale per l’etichettatura, non per una revisione: prima lascia la revisione con Esc.</translation>
    </message>
    <message>
        <source>This belongs to a review of colleagues&apos; work.</source>
        <translation>Vale per la revisione del lavoro dei colleghi.</translation>
    </message>
</context>
<context>
    <name>Concordance</name>
    <message>
        <source>before</source>
        <translation>prima</translation>
    </message>
    <message>
        <source>words</source>
        <translation>parole</translation>
    </message>
    <message>
        <source>after</source>
        <translation>dopo</translation>
    </message>
    <message>
        <source>label now</source>
        <translation>etichetta ora</translation>
    </message>
    <message>
        <source>state</source>
        <translation>stato</translation>
    </message>
    <message>
        <source>article</source>
        <translation>articolo</translation>
    </message>
    <message>
        <source>submitted</source>
        <translation>consegnato</translation>
    </message>
</context>
<context>
    <name>ConcordanceTable</name>
    <message>
        <source>Places where the words stand</source>
        <translation>I punti in cui stanno le parole</translation>
    </message>
</context>
<context>
    <name>CrashBox</name>
    <message>
        <source>Vaglio made a mistake</source>
        <translation>Vaglio ha fatto un errore</translation>
    </message>
    <message>
        <source>It is not your fault. Everything you did up to now is saved. You can go on; if it happens again, close Vaglio and open it anew.</source>
        <translation>Non è colpa tua. Tutto ciò che hai fatto finora è salvato. Puoi andare avanti; se succede ancora, chiudi Vaglio e riaprilo.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Dettagli tecnici</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Mostra i dettagli</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copia i dettagli</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Vai avanti</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>Nascondi i dettagli</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiato</translation>
    </message>
</context>
<context>
    <name>DecisionButtons</name>
    <message>
        <source>Accept: {what}</source>
        <translation>Accetta: {what}</translation>
    </message>
    <message>
        <source>Reject: {what}</source>
        <translation>Rifiuta: {what}</translation>
    </message>
</context>
<context>
    <name>DecisionCommands</name>
    <message>
        <source>Taken back: {what}</source>
        <translation>Annullato: {what}</translation>
    </message>
</context>
<context>
    <name>DecisionStrip</name>
    <message>
        <source>Last decisions, the newest first</source>
        <translation>Ultime decisioni, dalla più recente</translation>
    </message>
    <message>
        <source>Last decisions</source>
        <translation>Ultime decisioni</translation>
    </message>
    <message>
        <source>{what} – click to take it back</source>
        <translation>{what} – un clic la annulla</translation>
    </message>
</context>
<context>
    <name>DeleteDialog</name>
    <message>
        <source>Delete article for good</source>
        <translation>Elimina l’articolo per sempre</translation>
    </message>
    <message>
        <source>Looking at what would go…</source>
        <translation>Guardo che cosa se ne andrebbe…</translation>
    </message>
    <message>
        <source>Reason, for instance: at the request of the court</source>
        <translation>Motivo, per esempio: su richiesta del tribunale</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>The reason stays here and goes to colleagues: name nobody in it.</source>
        <translation>Il motivo resta qui e arriva ai colleghi: non fare nomi.</translation>
    </message>
    <message>
        <source>This goes</source>
        <translation>Questo se ne va</translation>
    </message>
    <message>
        <source>This stays</source>
        <translation>Questo resta</translation>
    </message>
    <message>
        <source>This cannot be reached from here</source>
        <translation>Questo non si può raggiungere da qui</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Elimina per sempre</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Nothing was deleted</source>
        <translation>Non è stato eliminato nulla</translation>
    </message>
    <message>
        <source>Delete “{title}” for good?</source>
        <translation>Eliminare «{title}» per sempre?</translation>
    </message>
    <message numerus="yes">
        <source>also the %n source(s) that only this article uses</source>
        <translation>
            <numerusform>anche %n fonte usata solo da questo articolo</numerusform>
            <numerusform>anche le %n fonti usate solo da questo articolo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>also in the %n backup(s) of this project</source>
        <translation>
            <numerusform>anche in %n copia di sicurezza di questo progetto</numerusform>
            <numerusform>anche nelle %n copie di sicurezza di questo progetto</numerusform>
        </translation>
    </message>
    <message>
        <source>One line: that an article was deleted, when, by whom and why. With it stays the SHA-256 of the text, by which the text is recognised if it comes again; nobody can read the text out of it, but who has the text can tell that it was this one.</source>
        <translation>Una riga: che un articolo è stato eliminato, quando, da chi e perché. Con essa resta l’impronta SHA-256 del testo, che permette di riconoscerlo se ritorna; dall’impronta nessuno può leggere il testo, ma chi ha il testo può capire che era questo.</translation>
    </message>
    <message>
        <source>the text, its title, address and author, also out of the search</source>
        <translation>il testo, con titolo, indirizzo e autore, anche dalla ricerca</translation>
    </message>
    <message>
        <source>{count} annotations and decisions of {name}</source>
        <translation>annotazioni e decisioni di {name}: {count}</translation>
    </message>
    <message numerus="yes">
        <source>%n verdict(s) among them</source>
        <translation>
            <numerusform>di cui %n verdetto</numerusform>
            <numerusform>di cui %n verdetti</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} suggestions of the machine</source>
        <translation>suggerimenti della macchina: {count}</translation>
    </message>
    <message>
        <source>its history: what was done to it cannot be undone any more</source>
        <translation>la sua cronologia: ciò che vi è stato fatto non si può più annullare</translation>
    </message>
    <message numerus="yes">
        <source>%n kept file(s) of its sources</source>
        <translation>
            <numerusform>%n file conservato delle sue fonti</numerusform>
            <numerusform>%n file conservati delle sue fonti</numerusform>
        </translation>
    </message>
    <message>
        <source>exports and bundles that were written or sent before</source>
        <translation>le esportazioni e i pacchetti scritti o inviati prima</translation>
    </message>
    <message>
        <source>colleagues’ projects, until they receive your work</source>
        <translation>i progetti dei colleghi, finché non ricevono il tuo lavoro</translation>
    </message>
    <message>
        <source>backups, unless you tick them, and copies made by other programs</source>
        <translation>le copie di sicurezza, se non le spunti, e le copie fatte da altri programmi</translation>
    </message>
    <message>
        <source>the file that it was imported from, and what the disk keeps of deleted files</source>
        <translation>il file da cui è stato importato, e ciò che il disco conserva dei file cancellati</translation>
    </message>
    <message>
        <source>Deleting…</source>
        <translation>Eliminazione in corso…</translation>
    </message>
    <message>
        <source>It is deleted; its traces are being removed…</source>
        <translation>È eliminato; ora se ne tolgono le tracce…</translation>
    </message>
    <message>
        <source>The article is deleted</source>
        <translation>L’articolo è eliminato</translation>
    </message>
    <message>
        <source>Traces of it are still in the file. They are removed when the project is opened next; that needs free space on the disk, and no other program reading the file.</source>
        <translation>Nel file ne restano ancora tracce. Verranno tolte alla prossima apertura del progetto; servono spazio libero sul disco e nessun altro programma che legga il file.</translation>
    </message>
    <message>
        <source>These backups could not be opened: {names}</source>
        <translation>Queste copie di sicurezza non si sono potute aprire: {names}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
</context>
<context>
    <name>DeletionCommands</name>
    <message>
        <source>The article was deleted for good.</source>
        <translation>L’articolo è stato eliminato per sempre.</translation>
    </message>
</context>
<context>
    <name>Differences</name>
    <message>
        <source>says otherwise</source>
        <translation>dice altro</translation>
    </message>
    <message>
        <source>figure</source>
        <translation>cifra</translation>
    </message>
    <message>
        <source>date</source>
        <translation>data</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nome</translation>
    </message>
    <message>
        <source>negation</source>
        <translation>negazione</translation>
    </message>
    <message>
        <source>opposite</source>
        <translation>contrario</translation>
    </message>
    <message>
        <source>who does it</source>
        <translation>chi lo fa</translation>
    </message>
    <message>
        <source>how many</source>
        <translation>quanti</translation>
    </message>
    <message>
        <source>plan or done</source>
        <translation>annunciato o fatto</translation>
    </message>
    <message>
        <source>another word</source>
        <translation>altra parola</translation>
    </message>
</context>
<context>
    <name>EntityForm</name>
    <message>
        <source>Label</source>
        <translation>Etichetta</translation>
    </message>
    <message>
        <source>Subtype</source>
        <translation>Sottotipo</translation>
    </message>
    <message>
        <source>A finer class of your own, such as GPE or NEWSPAPER</source>
        <translation>Una classe tua più fine, come GPE o QUOTIDIANO</translation>
    </message>
    <message>
        <source>Normal form</source>
        <translation>Forma normale</translation>
    </message>
    <message>
        <source>The full name, or the date as 2024-01-04</source>
        <translation>Il nome completo, o la data come 2024-01-04</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Collegamento</translation>
    </message>
    <message>
        <source>A Wikidata number (Q…) or an address that identifies it</source>
        <translation>Un numero di Wikidata (Q…) o un indirizzo che la identifica</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Unsure: come back to it</source>
        <translation>Incerta: da rivedere</translation>
    </message>
    <message>
        <source>{id}? Press {key} in the article</source>
        <translation>{id}? Premi {key} nell’articolo</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>{count} articles match “{wanted}”</source>
        <translation>A «{wanted}» corrispondono {count} articoli</translation>
    </message>
    <message>
        <source>Give the id that `vaglio list` prints</source>
        <translation>Indica l’id che `vaglio list` mostra</translation>
    </message>
    <message>
        <source>Nobody called {name} has a layer here</source>
        <translation>Nessuno di nome {name} ha un livello qui</translation>
    </message>
    <message>
        <source>There are layers of {names}</source>
        <translation>Ci sono livelli di {names}</translation>
    </message>
    <message>
        <source>No version is called {id}</source>
        <translation>Nessuna versione si chiama {id}</translation>
    </message>
    <message>
        <source>More than one version begins with {id}</source>
        <translation>Più di una versione comincia con {id}</translation>
    </message>
    <message>
        <source>“vaglio versions PROJECT --all” lists them.</source>
        <translation>«vaglio versions PROGETTO --all» le elenca.</translation>
    </message>
    <message>
        <source>{file} is not as it should be ({why})</source>
        <translation>{file} non è come dovrebbe ({why})</translation>
    </message>
    <message>
        <source>Two exports, or one project and the names of two layers, can be compared</source>
        <translation>Si possono confrontare due esportazioni, oppure un progetto e i nomi di due livelli</translation>
    </message>
    <message>
        <source>vaglio evaluate GOLD.jsonl FOUND.jsonl, or vaglio evaluate PROJECT --layers gold,machine</source>
        <translation>vaglio evaluate GOLD.jsonl FOUND.jsonl, oppure vaglio evaluate PROJECT --layers gold,machine</translation>
    </message>
    <message>
        <source>The passphrase cannot be read from {number}: {said}</source>
        <translation>La frase segreta non si legge da {number}: {said}</translation>
    </message>
    <message>
        <source>VAGLIO_PASSPHRASE_FD is the number of a file that is open for reading.</source>
        <translation>VAGLIO_PASSPHRASE_FD è il numero di un file aperto in lettura.</translation>
    </message>
    <message>
        <source>There is nobody to ask for a new passphrase</source>
        <translation>Non c’è nessuno a cui chiedere una nuova frase segreta</translation>
    </message>
    <message>
        <source>Run it in a terminal, or give it in {name}.</source>
        <translation>Esegui il comando in un terminale, o metti la frase in {name}.</translation>
    </message>
    <message>
        <source>No passphrase was set</source>
        <translation>Non è stata impostata nessuna frase segreta</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Non è cambiato nulla.</translation>
    </message>
    <message>
        <source>The words were not written down</source>
        <translation>Le parole non sono state scritte</translation>
    </message>
    <message>
        <source>Nothing was changed. Start again.</source>
        <translation>Non è cambiato nulla. Ricomincia.</translation>
    </message>
    <message>
        <source>{name} is not protected with a passphrase</source>
        <translation>{name} non è protetto da una frase segreta</translation>
    </message>
    <message>
        <source>`vaglio encrypt` protects it.</source>
        <translation>Lo protegge `vaglio encrypt`.</translation>
    </message>
    <message>
        <source>{path} was not altered, because it could not be read</source>
        <translation>{path} non è stato modificato, perché non si è potuto leggere</translation>
    </message>
    <message>
        <source>“{words}” is not of the form NAME=VALUE</source>
        <translation>«{words}» non ha la forma NOME=VALORE</translation>
    </message>
    <message>
        <source>For instance --pipeline it=NAME, or --map GPE=LOC.</source>
        <translation>Per esempio --pipeline it=NOME, oppure --map GPE=LOC.</translation>
    </message>
    <message>
        <source>{path} is not watched</source>
        <translation>{path} non è sorvegliato</translation>
    </message>
    <message>
        <source>Nothing is watched</source>
        <translation>Non si sorveglia nulla</translation>
    </message>
    <message>
        <source>Name a folder: vaglio watch PROJECT FOLDER</source>
        <translation>Indica una cartella: vaglio watch PROGETTO CARTELLA</translation>
    </message>
    <message>
        <source>An article needs a title</source>
        <translation>Un articolo ha bisogno di un titolo</translation>
    </message>
    <message>
        <source>Write what the list is to show.</source>
        <translation>Scrivi che cosa deve mostrare l’elenco.</translation>
    </message>
    <message>
        <source>“{date}” is no date as it is kept</source>
        <translation>«{date}» non è una data nella forma prevista</translation>
    </message>
    <message>
        <source>Write the year first: 2024-01-04, 2024-01 or 2024; ~ after it means about.</source>
        <translation>Scrivi prima l’anno: 2024-01-04, 2024-01 o 2024; ~ dopo vuol dire circa.</translation>
    </message>
    <message>
        <source>“{code}” is no code of a language</source>
        <translation>«{code}» non è il codice di una lingua</translation>
    </message>
    <message>
        <source>Write it, en, fr …, as the standard BCP 47 has them.</source>
        <translation>Scrivi it, en, fr …, come nello standard BCP 47.</translation>
    </message>
    <message>
        <source>This is no address of a web page</source>
        <translation>Questo non è l’indirizzo di una pagina web</translation>
    </message>
    <message>
        <source>Copy it from the address line of the browser. It has no spaces and no invisible characters.</source>
        <translation>Copialo dalla barra degli indirizzi del browser. Non ha spazi né caratteri invisibili.</translation>
    </message>
    <message>
        <source>Addresses that begin with {scheme} are not kept</source>
        <translation>Gli indirizzi che cominciano con {scheme} non vengono conservati</translation>
    </message>
    <message>
        <source>Only web pages (http and https) can be sources with an address.</source>
        <translation>Solo le pagine web (http e https) possono essere fonti con un indirizzo.</translation>
    </message>
    <message>
        <source>The address hides where it leads: what stands before the @ is a user’s name</source>
        <translation>L’indirizzo nasconde dove porta: ciò che sta prima della @ è il nome di un utente</translation>
    </message>
    <message>
        <source>Copy the address of the page itself.</source>
        <translation>Copia l’indirizzo della pagina stessa.</translation>
    </message>
    <message>
        <source>The name of the site in this address cannot be read</source>
        <translation>Il nome del sito in questo indirizzo non si può leggere</translation>
    </message>
    <message>
        <source>Copy it from the address line of the browser.</source>
        <translation>Copialo dalla barra degli indirizzi del browser.</translation>
    </message>
    <message>
        <source>{host} is not a public site</source>
        <translation>{host} non è un sito pubblico</translation>
    </message>
    <message>
        <source>A source is a page that readers can find. What is on your own network can be kept as a file.</source>
        <translation>Una fonte è una pagina che i lettori possono trovare. Ciò che è nella tua rete si può conservare come file.</translation>
    </message>
    <message>
        <source>A source needs a title or an address</source>
        <translation>Una fonte ha bisogno di un titolo o di un indirizzo</translation>
    </message>
    <message>
        <source>Paste the link of the page, or write what the source is called.</source>
        <translation>Incolla il link della pagina, o scrivi come si chiama la fonte.</translation>
    </message>
    <message>
        <source>A verdict needs its reasons</source>
        <translation>Un verdetto ha bisogno delle sue ragioni</translation>
    </message>
    <message>
        <source>Write in a sentence or two why the evidence leads to this verdict.</source>
        <translation>Scrivi in una o due frasi perché le prove portano a questo verdetto.</translation>
    </message>
    <message>
        <source>The article is never its own evidence</source>
        <translation>L’articolo non è mai prova di sé stesso</translation>
    </message>
    <message>
        <source>Link what the article relies on, or what others found.</source>
        <translation>Collega ciò su cui l’articolo si basa, o ciò che altri hanno trovato.</translation>
    </message>
    <message>
        <source>Evidence and verdicts belong to a claim, and none is chosen</source>
        <translation>Prove e verdetti appartengono a un’affermazione, e nessuna è scelta</translation>
    </message>
    <message>
        <source>Click a claim or go to one with Space; C makes one of the selected words.</source>
        <translation>Fai clic su un’affermazione o raggiungila con Spazio; C ne crea una dalle parole selezionate.</translation>
    </message>
    <message>
        <source>No evidence is linked to this claim yet</source>
        <translation>A questa affermazione non è ancora collegata nessuna prova</translation>
    </message>
    <message>
        <source>Link two sources of different publishers (E), or one primary source and say why it is enough. Without them the verdict is “not enough evidence”.</source>
        <translation>Collega due fonti di editori diversi (E), o una fonte primaria spiegando perché basta. Senza, il verdetto è «prove insufficienti».</translation>
    </message>
    <message>
        <source>The evidence comes from one primary source alone</source>
        <translation type="vanished">Le prove vengono da una sola fonte primaria</translation>
    </message>
    <message>
        <source>Write why this one source is enough, or link a source of another publisher.</source>
        <translation>Scrivi perché questa sola fonte basta, o collega una fonte di un altro editore.</translation>
    </message>
    <message>
        <source>All the evidence comes from one publisher, {publisher}</source>
        <translation type="vanished">Tutte le prove vengono da un solo editore, {publisher}</translation>
    </message>
    <message>
        <source>Link a source of another publisher; or mark the source as primary and write why it is enough.</source>
        <translation>Collega una fonte di un altro editore; oppure indica la fonte come primaria e scrivi perché basta.</translation>
    </message>
    <message>
        <source>No evidence of this claim is quoted</source>
        <translation>Nessuna prova di questa affermazione è citata</translation>
    </message>
    <message>
        <source>Copy the words of the source that decide it into the evidence: a link alone proves nothing to a reader.</source>
        <translation>Copia nella prova le parole della fonte che la decidono: un link da solo non dimostra nulla a chi legge.</translation>
    </message>
    <message>
        <source>The evidence linked says the contrary</source>
        <translation>Le prove collegate dicono il contrario</translation>
    </message>
    <message>
        <source>Choose the verdict that it bears out, “conflicting evidence”, or say of the evidence what it makes of the claim.</source>
        <translation>Scegli il verdetto che confermano, «prove contrastanti», o indica che cosa dicono dell’affermazione.</translation>
    </message>
    <message>
        <source>No evidence linked supports or refutes the claim</source>
        <translation>Nessuna prova collegata sostiene o smentisce l’affermazione</translation>
    </message>
    <message>
        <source>Say of at least one piece what it makes of the claim: so far all of it is context.</source>
        <translation>Indica almeno per una che cosa dice dell’affermazione: finora è tutto contesto.</translation>
    </message>
    <message>
        <source>These are {count} words, and there must be 24</source>
        <translation>Le parole sono {count}, e devono essere 24</translation>
    </message>
    <message>
        <source>{share} is no share</source>
        <translation>{share} non è una quota</translation>
    </message>
    <message>
        <source>Write 0.05 for 5 %.</source>
        <translation>Scrivi 0.05 per il 5 %.</translation>
    </message>
    <message>
        <source>There is too little to tell</source>
        <translation>C’è troppo poco per dirlo</translation>
    </message>
    <message>
        <source>{share} alike, in too few articles ({articles}) to say how good the agreement is</source>
        <translation>{share} uguali, ma in troppo pochi articoli ({articles}) per dire quanto è buono l’accordo</translation>
    </message>
    <message>
        <source>{share} alike, in too few articles ({articles}) to say how good the agreement is: it can be anything from {low} to {high}</source>
        <translation>{share} uguali, ma in troppo pochi articoli ({articles}) per dire quanto è buono l’accordo: può stare tra {low} e {high}</translation>
    </message>
    <message>
        <source>Good agreement: {share} alike (95 % interval {low} to {high})</source>
        <translation>Accordo buono: {share} uguali (intervallo al 95 %: da {low} a {high})</translation>
    </message>
    <message>
        <source>Fair agreement at least: {share} alike (95 % interval {low} to {high})</source>
        <translation>Accordo almeno discreto: {share} uguali (intervallo al 95 %: da {low} a {high})</translation>
    </message>
    <message>
        <source>Tentative conclusions only: look at the labels with short bars, and at the guideline</source>
        <translation>Solo conclusioni provvisorie: guarda le etichette con le barre corte, e le linee guida</translation>
    </message>
    <message>
        <source>Low agreement: {share} alike (95 % interval {low} to {high})</source>
        <translation>Accordo basso: {share} uguali (intervallo al 95 %: da {low} a {high})</translation>
    </message>
    <message>
        <source>Talk the differences over before more articles are labelled</source>
        <translation>Parlate delle differenze prima di etichettare altri articoli</translation>
    </message>
    <message>
        <source>It cannot be told yet whether agreement is low or better: {share} alike (95 % interval {low} to {high})</source>
        <translation>Non si può ancora dire se l’accordo è basso o migliore: {share} uguali (intervallo al 95 %: da {low} a {high})</translation>
    </message>
    <message>
        <source>Label more articles together</source>
        <translation>Etichettate insieme altri articoli</translation>
    </message>
    <message>
        <source>Type them in their order, with spaces between them.</source>
        <translation>Scrivile nel loro ordine, separate da spazi.</translation>
    </message>
    <message>
        <source>“{word}” is none of the recovery words</source>
        <translation>«{word}» non è una delle parole di recupero</translation>
    </message>
    <message>
        <source>Compare it with what was written down: it may be misspelt.</source>
        <translation>Confrontala con quella scritta su carta: forse c’è un errore.</translation>
    </message>
    <message>
        <source>These words do not belong together</source>
        <translation>Queste parole non vanno insieme</translation>
    </message>
    <message>
        <source>One is another than was written down, or two have changed places.</source>
        <translation>Una non è quella scritta su carta, o due si sono scambiate di posto.</translation>
    </message>
    <message>
        <source>Decide on the claim first: this hangs on it</source>
        <translation>Decidi prima sull’affermazione da cui dipende</translation>
    </message>
    <message>
        <source>Taking it would take the claim, too, as one of the two has it</source>
        <translation>Accettarlo accetterebbe anche l’affermazione, nella versione di uno dei due</translation>
    </message>
    <message>
        <source>The label scheme {file} cannot be opened: {reason}</source>
        <translation>Lo schema di etichette {file} non si può aprire: {reason}</translation>
    </message>
    <message>
        <source>Choose another file, or ask for permission to read this one.</source>
        <translation>Scegli un altro file, o chiedi il permesso di leggere questo.</translation>
    </message>
    <message>
        <source>The label scheme {file} is not valid TOML: {reason}</source>
        <translation>Lo schema di etichette {file} non è TOML valido: {reason}</translation>
    </message>
    <message>
        <source>Correct it at the place named, then open it again.</source>
        <translation>Correggilo nel punto indicato, poi riaprilo.</translation>
    </message>
    <message>
        <source>This label scheme cannot be used: {reason}</source>
        <translation>Questo schema di etichette non si può usare: {reason}</translation>
    </message>
    <message>
        <source>Correct that field; docs/file-format.md lists all of them.</source>
        <translation>Correggi quel campo; docs/file-format.md li elenca tutti.</translation>
    </message>
    <message>
        <source>The scheme has no label {label}</source>
        <translation>Lo schema non ha l’etichetta {label}</translation>
    </message>
    <message>
        <source>Add it (Tools › Edit labels…), then keep the example.</source>
        <translation>Aggiungila (Strumenti › Modifica le etichette…), poi conserva l’esempio.</translation>
    </message>
    <message>
        <source>The kinds of claim cannot be added to</source>
        <translation>Ai tipi di affermazione non se ne possono aggiungere altri</translation>
    </message>
    <message>
        <source>The export formats rely on them. Use an entity label or the claim&apos;s note.</source>
        <translation>I formati di esportazione dipendono da essi. Usa un’etichetta di entità o la nota dell’affermazione.</translation>
    </message>
    <message>
        <source>The code of the claim kind {code} cannot be changed</source>
        <translation>Il codice del tipo di affermazione {code} non si può cambiare</translation>
    </message>
    <message>
        <source>The export formats rely on it. Change its name instead.</source>
        <translation>I formati di esportazione dipendono da esso. Cambia invece il nome.</translation>
    </message>
    <message>
        <source>{code} is the last label</source>
        <translation>{code} è l’ultima etichetta</translation>
    </message>
    <message>
        <source>Add or restore another one first.</source>
        <translation>Prima aggiungine o ripristinane un’altra.</translation>
    </message>
    <message>
        <source>“{code}” cannot be the code of a label</source>
        <translation>«{code}» non può essere il codice di un’etichetta</translation>
    </message>
    <message>
        <source>Use up to 40 letters, digits and . : / + - _ without spaces, such as PER.</source>
        <translation>Usa al massimo 40 lettere, cifre e . : / + - _ senza spazi, per esempio PER.</translation>
    </message>
    <message>
        <source>The code {code} is or was that of the label {other}</source>
        <translation>Il codice {code} è o era quello dell’etichetta {other}</translation>
    </message>
    <message>
        <source>Choose another code, so that old annotations stay clear.</source>
        <translation>Scegli un altro codice, così le vecchie annotazioni restano chiare.</translation>
    </message>
    <message>
        <source>“{colour}” is not a colour</source>
        <translation>«{colour}» non è un colore</translation>
    </message>
    <message>
        <source>Write it as # and six digits from 0 to F, such as #0B5FA5.</source>
        <translation>Scrivilo come # e sei cifre da 0 a F, per esempio #0B5FA5.</translation>
    </message>
    <message>
        <source>The colour {colour} is too pale to be read on the page</source>
        <translation>Il colore {colour} è troppo chiaro per leggersi sulla pagina</translation>
    </message>
    <message>
        <source>Choose a darker one.</source>
        <translation>Scegline uno più scuro.</translation>
    </message>
    <message>
        <source>The key {key} cannot be given to a label</source>
        <translation>Il tasto {key} non si può dare a un’etichetta</translation>
    </message>
    <message>
        <source>Free are the digits and the letters D G J N P T U W Y Z.</source>
        <translation>Sono liberi le cifre e le lettere D G J N P T U W Y Z.</translation>
    </message>
    <message>
        <source>The key {key} belongs to the label {other}</source>
        <translation>Il tasto {key} è dell’etichetta {other}</translation>
    </message>
    <message>
        <source>Take it away there first, or choose another key.</source>
        <translation>Prima toglilo a quella, o scegli un altro tasto.</translation>
    </message>
    <message>
        <source>There is no label {code} in this scheme</source>
        <translation>In questo schema non c’è l’etichetta {code}</translation>
    </message>
    <message>
        <source>It may have been renamed. Add it first to change it.</source>
        <translation>Forse è stata rinominata. Per modificarla, prima aggiungila.</translation>
    </message>
    <message>
        <source>“{one}” and “{other}” are one and the same file</source>
        <translation>«{one}» e «{other}» sono lo stesso file</translation>
    </message>
    <message>
        <source>“{one}” and “{other}” are copies of one page, {page}</source>
        <translation>«{one}» e «{other}» sono copie della stessa pagina, {page}</translation>
    </message>
    <message>
        <source>“{one}” and “{other}” are of one account, {account}</source>
        <translation>«{one}» e «{other}» sono dello stesso account, {account}</translation>
    </message>
    <message>
        <source>“{one}” and “{other}” are on one site, {site}</source>
        <translation>«{one}» e «{other}» stanno sullo stesso sito, {site}</translation>
    </message>
    <message>
        <source>“{one}” and “{other}” have one publisher, {name}</source>
        <translation>«{one}» e «{other}» hanno lo stesso editore, {name}</translation>
    </message>
    <message>
        <source>“{one}” and “{other}” have one publisher: {name} is at {site}</source>
        <translation>«{one}» e «{other}» hanno lo stesso editore: {name} sta su {site}</translation>
    </message>
    <message>
        <source>“{one}” and “{other}” have one publisher: an account of {site}</source>
        <translation>«{one}» e «{other}» hanno lo stesso editore: è un account di {site}</translation>
    </message>
    <message>
        <source>“{one}” and “{other}” belong together: {name} and {publisher} are one publisher</source>
        <translation>«{one}» e «{other}» vanno insieme: {name} e {publisher} sono un solo editore</translation>
    </message>
    <message>
        <source>It is not known who publishes “{one}”, so that it is no second publisher beside “{other}”</source>
        <translation>Non si sa chi pubblica «{one}», che perciò non è un secondo editore accanto a «{other}»</translation>
    </message>
    <message>
        <source>“{one}” ({publisher}) and “{other}” ({name}) have publishers that nothing ties together</source>
        <translation>«{one}» ({publisher}) e «{other}» ({name}) hanno editori che nulla lega fra loro</translation>
    </message>
    <message>
        <source>{name} is the author of “{one}” and publishes “{other}”</source>
        <translation>{name} è autore di «{one}» e pubblica «{other}»</translation>
    </message>
    <message>
        <source>“{one}” and “{other}” have one author, {name}</source>
        <translation>«{one}» e «{other}» hanno lo stesso autore, {name}</translation>
    </message>
    <message>
        <source>The rule is not asked for in this project</source>
        <translation>In questo progetto la regola non è richiesta</translation>
    </message>
    <message>
        <source>“Not enough evidence” asks for no evidence</source>
        <translation>«Prove insufficienti» non richiede prove</translation>
    </message>
    <message>
        <source>“{one}” is a primary source, and it is written why it is enough</source>
        <translation>«{one}» è una fonte primaria, ed è scritto perché basta</translation>
    </message>
    <message>
        <source>The evidence comes from one primary source alone, “{one}”</source>
        <translation>Le prove vengono da una sola fonte primaria, «{one}»</translation>
    </message>
    <message>
        <source>All the evidence comes from “{one}”, and it is not known who publishes that</source>
        <translation>Tutte le prove vengono da «{one}», e non si sa chi la pubblica</translation>
    </message>
    <message>
        <source>All the evidence comes from one publisher, {publisher} (“{one}”)</source>
        <translation>Tutte le prove vengono da un solo editore, {publisher} («{one}»)</translation>
    </message>
    <message>
        <source>“{one}” and “{other}” say it in the same words, and it is written why: {note}</source>
        <translation>«{one}» e «{other}» lo dicono con le stesse parole, ed è scritto perché: {note}</translation>
    </message>
    <message>
        <source>“{one}” and “{other}” say it in the same words: perhaps one agency text</source>
        <translation>«{one}» e «{other}» lo dicono con le stesse parole: forse è un unico testo d’agenzia</translation>
    </message>
    <message>
        <source>Write why it is not (both were there, both quote one document), or link a source that says it in words of its own.</source>
        <translation>Scrivi perché non lo è (c’erano entrambi, citano entrambi un documento), oppure collega una fonte che lo dica con parole sue.</translation>
    </message>
    <message>
        <source>{file} has too many cells to be quoted ({count})</source>
        <translation>{file} ha troppe celle per poterle citare ({count})</translation>
    </message>
    <message>
        <source>Keep the part of the table that you need.</source>
        <translation>Conserva la parte della tabella che ti serve.</translation>
    </message>
    <message>
        <source>{file} is no OpenDocument spreadsheet</source>
        <translation>{file} non è un foglio di calcolo OpenDocument</translation>
    </message>
    <message>
        <source>Open it in the program it comes from and save it as ODS, XLSX or CSV.</source>
        <translation>Aprilo nel programma da cui viene e salvalo come ODS, XLSX o CSV.</translation>
    </message>
    <message>
        <source>{file} holds no address of a web page</source>
        <translation>{file} non contiene l’indirizzo di una pagina web</translation>
    </message>
    <message>
        <source>Paste the link of the page instead.</source>
        <translation>Incolla piuttosto il link della pagina.</translation>
    </message>
    <message>
        <source>Paste a link, a DOI, a RIS or BibTeX entry, or references copied as CSL-JSON.</source>
        <translation>Incolla un link, un DOI, una voce RIS o BibTeX, oppure riferimenti copiati come CSL-JSON.</translation>
    </message>
    <message>
        <source>{file} is too big to be read at once ({size} MB)</source>
        <translation>{file} è troppo grande per essere letto tutto insieme ({size} MB)</translation>
    </message>
    <message>
        <source>No file was written. {why}</source>
        <translation>Non è stato scritto nessun file. {why}</translation>
    </message>
    <message>
        <source>The format {format} has no variant {variant}</source>
        <translation>Il formato {format} non ha la variante {variant}</translation>
    </message>
    <message>
        <source>It has these: {names}.</source>
        <translation>Ha queste: {names}.</translation>
    </message>
    <message>
        <source>It has none.</source>
        <translation>Non ne ha nessuna.</translation>
    </message>
    <message>
        <source>Something is missing that must be published, in {count} places</source>
        <translation>Manca qualcosa che va pubblicato, in {count} punti</translation>
    </message>
    <message>
        <source>No file was written. Fill it in, or write it all the same (--unfinished).</source>
        <translation>Nessun file è stato scritto. Completalo, oppure scrivilo lo stesso (--unfinished).</translation>
    </message>
    <message>
        <source>The articles of {name} are given to one person or more</source>
        <translation>Gli articoli di {name} si danno a una o più persone</translation>
    </message>
    <message>
        <source>For instance --take-from {name} --to anna,bruno</source>
        <translation>Per esempio --take-from {name} --to anna,bruno</translation>
    </message>
    <message>
        <source>{name} has no articles to give away</source>
        <translation>{name} non ha articoli da cedere</translation>
    </message>
    <message>
        <source>What is submitted stays with who submitted it</source>
        <translation>Ciò che è consegnato resta a chi l’ha consegnato</translation>
    </message>
    <message>
        <source>There is no article {id} in the project</source>
        <translation>Nel progetto non c’è nessun articolo {id}</translation>
    </message>
    <message>
        <source>Nothing was deleted.</source>
        <translation>Non è stato eliminato nulla.</translation>
    </message>
    <message>
        <source>This article is no longer in the project</source>
        <translation>Questo articolo non è più nel progetto</translation>
    </message>
    <message>
        <source>Somebody deleted it for good.</source>
        <translation>Qualcuno l’ha eliminato per sempre.</translation>
    </message>
    <message>
        <source>What you did last waits to be saved</source>
        <translation>Quello che hai fatto per ultimo attende di essere salvato</translation>
    </message>
    <message>
        <source>There is nothing left to undo</source>
        <translation>Non c’è più nulla da annullare</translation>
    </message>
    <message>
        <source>There is nothing left to redo</source>
        <translation>Non c’è più nulla da ripetere</translation>
    </message>
    <message>
        <source>{who} deleted this article for good on {when}</source>
        <translation>{who} ha eliminato questo articolo per sempre il {when}</translation>
    </message>
    <message>
        <source>It was not brought back. If it has to be here, that is for you to decide.</source>
        <translation>Non è stato riportato. Se deve stare qui, sta a te deciderlo.</translation>
    </message>
    <message>
        <source>There is nothing to export: no article was asked for that is here</source>
        <translation>Non c’è niente da esportare: nessuno degli articoli chiesti è qui</translation>
    </message>
    <message>
        <source>No file was written.</source>
        <translation>Non è stato scritto nessun file.</translation>
    </message>
    <message>
        <source>There is nothing to export: no article has work of {name}</source>
        <translation>Non c’è niente da esportare: in nessun articolo c’è lavoro di {name}</translation>
    </message>
    <message>
        <source>No file was written. Choose whose work is wanted (on the command line: --layer, and --author for who you are).</source>
        <translation>Non è stato scritto nessun file. Scegli di chi vuoi il lavoro (dalla riga di comando: --layer, e --author per dire chi sei).</translation>
    </message>
    <message>
        <source>{file} is not there: it is the text that was annotated</source>
        <translation>{file} non c’è: è il testo che è stato annotato</translation>
    </message>
    <message>
        <source>brat keeps each text in a file beside its annotations; put it there.</source>
        <translation>brat tiene ogni testo in un file accanto alle annotazioni; mettilo lì.</translation>
    </message>
    <message>
        <source>{file}, line {line}: “{words}” has the name of an annotation above it</source>
        <translation>{file}, riga {line}: «{words}» ha il nome di un’annotazione precedente</translation>
    </message>
    <message>
        <source>Correct it in brat.</source>
        <translation>Correggilo in brat.</translation>
    </message>
    <message>
        <source>{file}, line {line}: “{words}” is no annotation of brat&apos;s</source>
        <translation>{file}, riga {line}: «{words}» non è un’annotazione di brat</translation>
    </message>
    <message>
        <source>See “brat standoff” in the description of the formats, or correct it in brat.</source>
        <translation>Vedi «brat standoff» nella descrizione dei formati, o correggilo in brat.</translation>
    </message>
    <message>
        <source>{file} cannot be read as UIMA CAS ({why})</source>
        <translation>{file} non si può leggere come UIMA CAS ({why})</translation>
    </message>
    <message>
        <source>Export it again from the program it comes from.</source>
        <translation>Esportalo di nuovo dal programma da cui viene.</translation>
    </message>
    <message>
        <source>{file} is no XMI as UIMA writes it: it has a document type, or is not UTF-8</source>
        <translation>{file} non è XMI come lo scrive UIMA: ha un tipo di documento, o non è UTF-8</translation>
    </message>
    <message>
        <source>Export it again as UIMA CAS XMI.</source>
        <translation>Esportalo di nuovo come UIMA CAS XMI.</translation>
    </message>
    <message>
        <source>{file}, line {line}: the article that begins here is too long</source>
        <translation>{file}, riga {line}: l’articolo che comincia qui è troppo lungo</translation>
    </message>
    <message>
        <source>Cut it into articles of at most {limit} characters, with -DOCSTART- between.</source>
        <translation>Dividilo in articoli di al massimo {limit} caratteri, con -DOCSTART- in mezzo.</translation>
    </message>
    <message>
        <source>{file} is of CoNLL-2012, which says in brackets where names begin and end</source>
        <translation>{file} è in CoNLL-2012, che dice con parentesi dove i nomi cominciano e finiscono</translation>
    </message>
    <message>
        <source>Convert it to a word and its label on each line, as B-ORG.</source>
        <translation>Convertilo in una parola e la sua etichetta per riga, come B-ORG.</translation>
    </message>
    <message>
        <source>{file} has no words in it</source>
        <translation>{file} non contiene parole</translation>
    </message>
    <message>
        <source>Each line must be a word and its label, or blank between sentences.</source>
        <translation>Ogni riga dev’essere una parola con la sua etichetta, o vuota tra le frasi.</translation>
    </message>
    <message>
        <source>{file}, line {line}: {found} columns, where the others have {wanted}</source>
        <translation>{file}, riga {line}: {found} colonne, dove le altre ne hanno {wanted}</translation>
    </message>
    <message>
        <source>{file}, line {line}: the article that begins here is empty or too long</source>
        <translation>{file}, riga {line}: l’articolo che comincia qui è vuoto o troppo lungo</translation>
    </message>
    <message>
        <source>Cut it into articles of at most {limit} characters, with # newdoc between.</source>
        <translation>Dividilo in articoli di al massimo {limit} caratteri, con # newdoc in mezzo.</translation>
    </message>
    <message>
        <source>A CoNLL-U file has ten columns, a word on each line.</source>
        <translation>Un file CoNLL-U ha dieci colonne, una parola per riga.</translation>
    </message>
    <message>
        <source>{file}, line {line}: not a row of CoNLL-U</source>
        <translation>{file}, riga {line}: non è una riga di CoNLL-U</translation>
    </message>
    <message>
        <source>It has ten columns with tabs between; comments begin with #.</source>
        <translation>Ha dieci colonne separate da tabulazioni; i commenti cominciano con #.</translation>
    </message>
    <message>
        <source>{file}: in the sentence that ends in line {line}, words are not numbered one after the other</source>
        <translation>{file}: nella frase che finisce alla riga {line} le parole non sono numerate una dopo l’altra</translation>
    </message>
    <message>
        <source>They are numbered from 1; 3-4 stands before 3, and 3.1 behind it.</source>
        <translation>Si numerano da 1; 3-4 sta prima di 3, e 3.1 dopo.</translation>
    </message>
    <message>
        <source>{file} is damaged, or no DocBin of spaCy ({why})</source>
        <translation>{file} è danneggiato, o non è un DocBin di spaCy ({why})</translation>
    </message>
    <message>
        <source>Write it again with DocBin.to_disk.</source>
        <translation>Scrivilo di nuovo con DocBin.to_disk.</translation>
    </message>
    <message>
        <source>{file}, document {number}: {why}</source>
        <translation>{file}, documento {number}: {why}</translation>
    </message>
    <message>
        <source>Leave the document out.</source>
        <translation>Escludi il documento.</translation>
    </message>
    <message>
        <source>{file}, line {line}: not as doccano writes it ({why})</source>
        <translation>{file}, riga {line}: non è come lo scrive doccano ({why})</translation>
    </message>
    <message>
        <source>Export it again from doccano, as JSONL.</source>
        <translation>Esportalo di nuovo da doccano, come JSONL.</translation>
    </message>
    <message>
        <source>The process that reads files could not be started ({why})</source>
        <translation>Non è stato possibile avviare il processo che legge i file ({why})</translation>
    </message>
    <message>
        <source>Close other programs, and try again.</source>
        <translation>Chiudi altri programmi e riprova.</translation>
    </message>
    <message>
        <source>{file} is no Word document</source>
        <translation>{file} non è un documento Word</translation>
    </message>
    <message>
        <source>Open it in the program it comes from and save it as DOCX.</source>
        <translation>Aprilo nel programma da cui viene e salvalo come DOCX.</translation>
    </message>
    <message>
        <source>{file} is protected against copying</source>
        <translation>{file} è protetto contro la copia</translation>
    </message>
    <message>
        <source>Only the program it was bought for can open it.</source>
        <translation>Lo può aprire solo il programma per cui è stato acquistato.</translation>
    </message>
    <message>
        <source>{file} is no electronic book that can be read</source>
        <translation>{file} non è un libro elettronico leggibile</translation>
    </message>
    <message>
        <source>See whether it was copied to its end and opens in another program.</source>
        <translation>Controlla che sia stato copiato fino alla fine e che si apra in un altro programma.</translation>
    </message>
    <message>
        <source>{file} is incomplete: {name} is not in it</source>
        <translation>{file} è incompleto: non contiene {name}</translation>
    </message>
    <message>
        <source>{file}: no entry with words in it was found</source>
        <translation>{file}: non c’è nessuna voce con del testo</translation>
    </message>
    <message>
        <source>Many feeds hold only links. Save the pages themselves instead.</source>
        <translation>Molti feed contengono solo link. Salva invece le pagine stesse.</translation>
    </message>
    <message>
        <source>{file} defines entities of its own, which can be used to harm</source>
        <translation>{file} definisce entità proprie, che possono servire a fare danni</translation>
    </message>
    <message>
        <source>Save the pages themselves instead.</source>
        <translation>Salva invece le pagine stesse.</translation>
    </message>
    <message>
        <source>{file} is damaged or no feed ({why})</source>
        <translation>{file} è danneggiato o non è un feed ({why})</translation>
    </message>
    <message>
        <source>Save it again, or save the pages themselves instead.</source>
        <translation>Salvalo di nuovo, o salva invece le pagine stesse.</translation>
    </message>
    <message>
        <source>There is nothing to export: the layers asked for have nothing that {format} holds</source>
        <translation>Non c’è niente da esportare: i livelli chiesti non hanno niente che {format} possa contenere</translation>
    </message>
    <message>
        <source>{file} was altered while it was read</source>
        <translation>{file} è stato modificato mentre veniva letto</translation>
    </message>
    <message>
        <source>Keep it again.</source>
        <translation>Conservalo di nuovo.</translation>
    </message>
    <message>
        <source>What was read from the file of this source is gone</source>
        <translation>Ciò che era stato letto dal file di questa fonte non c’è più</translation>
    </message>
    <message>
        <source>Keep the original again: it is recognised, and read anew.</source>
        <translation>Conserva di nuovo l’originale: sarà riconosciuto e riletto.</translation>
    </message>
    <message>
        <source>This passphrase is too short: {least} characters are the least</source>
        <translation>Questa frase segreta è troppo corta: ci vogliono almeno {least} caratteri</translation>
    </message>
    <message>
        <source>Four or five words that do not belong together are easy to keep and hard to guess.</source>
        <translation>Quattro o cinque parole senza legame fra loro si ricordano bene e si indovinano male.</translation>
    </message>
    <message>
        <source>Nothing was changed. Do this again when that is saved.</source>
        <translation>Non è cambiato niente. Riprova quando sarà salvato.</translation>
    </message>
    <message>
        <source>{log} was beside {name}, but belongs to another version of it: it was not applied, and is kept as {aside}</source>
        <translation>{log} era accanto a {name}, ma appartiene a un’altra sua versione: non è stato applicato ed è conservato come {aside}</translation>
    </message>
    <message>
        <source>What reads and writes encrypted projects is not installed</source>
        <translation>Manca ciò che legge e scrive i progetti cifrati</translation>
    </message>
    <message>
        <source>Install it with: pip install &quot;vaglio[encryption]&quot;</source>
        <translation>Si installa con: pip install &quot;vaglio[encryption]&quot;</translation>
    </message>
    <message>
        <source>{name} is encrypted, but {count} files that belong to it can still be read: {file} …</source>
        <translation>{name} è cifrato, ma {count} file che ne fanno parte si leggono ancora: {file} …</translation>
    </message>
    <message>
        <source>Backups and kept files from before. Run “vaglio encrypt” on the project again: what is left is then encrypted, too.</source>
        <translation>Sono copie di sicurezza e file conservati di prima. Esegui di nuovo «vaglio encrypt» sul progetto: così si cifra anche ciò che resta.</translation>
    </message>
    <message>
        <source>There is no room for a second copy of {name}: {needed} MB are needed for a while</source>
        <translation>Non c’è spazio per una seconda copia di {name}: per un po’ servono {needed} MB</translation>
    </message>
    <message>
        <source>Nothing was changed. Free some space and do it again.</source>
        <translation>Non è cambiato nulla. Libera un po’ di spazio e riprova.</translation>
    </message>
    <message>
        <source>{name} could not be written anew: {said}</source>
        <translation>Non è stato possibile riscrivere {name}: {said}</translation>
    </message>
    <message>
        <source>It is as it was. See that there is room, and that the folder can be written.</source>
        <translation>È rimasto com’era. Controlla che ci sia spazio e che si possa scrivere nella cartella.</translation>
    </message>
    <message>
        <source>{name} is open in another window or program</source>
        <translation>{name} è aperto in un’altra finestra o in un altro programma</translation>
    </message>
    <message>
        <source>Nothing was changed. Close it there, and do it again.</source>
        <translation>Non è cambiato nulla. Chiudilo lì, e riprova.</translation>
    </message>
    <message>
        <source>The new copy of {name} is not the same as the project</source>
        <translation>La nuova copia di {name} non è uguale al progetto</translation>
    </message>
    <message>
        <source>It was thrown away, and nothing was changed. Run “vaglio check”.</source>
        <translation>È stata scartata, e non è cambiato nulla. Esegui «vaglio check».</translation>
    </message>
    <message>
        <source>The new copy of {name} cannot be read: {said}</source>
        <translation>La nuova copia di {name} non si legge: {said}</translation>
    </message>
    <message>
        <source>It was thrown away, and nothing was changed.</source>
        <translation>È stata scartata, e non è cambiato nulla.</translation>
    </message>
    <message>
        <source>The bundle says otherwise than this project what was deleted</source>
        <translation>Il pacchetto dice cose diverse da questo progetto su ciò che è stato eliminato</translation>
    </message>
    <message>
        <source>{name} is no longer the file that was opened: it was moved, deleted or replaced</source>
        <translation>{name} non è più il file che era stato aperto: è stato spostato, cancellato o sostituito</translation>
    </message>
    <message>
        <source>Nothing was written into what is there now. Open the project again.</source>
        <translation>Non è stato scritto nulla in quello che c’è ora. Riapri il progetto.</translation>
    </message>
    <message>
        <source>This project was protected by a newer Vaglio, in a way that this one does not know</source>
        <translation>Questo progetto è stato protetto da un Vaglio più recente, in un modo che questo non conosce</translation>
    </message>
    <message>
        <source>{name} is protected with a passphrase</source>
        <translation>{name} è protetto da una frase segreta</translation>
    </message>
    <message>
        <source>Open it in the window, or give the passphrase on the terminal or in VAGLIO_PASSPHRASE.</source>
        <translation>Aprilo nella finestra, o da’ la frase segreta nel terminale o in VAGLIO_PASSPHRASE.</translation>
    </message>
    <message>
        <source>The passphrase does not open {name}</source>
        <translation>La frase segreta non apre {name}</translation>
    </message>
    <message>
        <source>Look at Caps Lock and the keyboard’s language, and type it again. If it is forgotten, the recovery words open the project.</source>
        <translation>Controlla il blocco maiuscole e la lingua della tastiera, e riscrivila. Se è dimenticata, il progetto si apre con le parole di recupero.</translation>
    </message>
    <message>
        <source>The article was deleted while the machine read it</source>
        <translation>L’articolo è stato eliminato mentre la macchina lo leggeva</translation>
    </message>
    <message>
        <source>The newest edits of {name} may be missing: they were in {log}, which is not beside it</source>
        <translation>Le ultime modifiche di {name} potrebbero mancare: erano in {log}, che non è accanto al progetto</translation>
    </message>
    <message>
        <source>If this is a copy, copy that file too from where it came from, or copy the project anew: a second after the last edit everything is in the one file.</source>
        <translation>Se questa è una copia, copia anche quel file da dove proviene, oppure copia di nuovo il progetto: un secondo dopo l’ultima modifica tutto è in un solo file.</translation>
    </message>
    <message>
        <source>{name} is gone, and no copy of it could be made</source>
        <translation>{name} non c’è più, e non è stato possibile farne una copia</translation>
    </message>
    <message>
        <source>If its disk was pulled out, put it back: what you did since is kept in this window until then. Do not close it.</source>
        <translation>Se il disco è stato staccato, ricollegalo: fino ad allora quello che hai fatto resta in questa finestra. Non chiuderla.</translation>
    </message>
    <message>
        <source>{name} is another project</source>
        <translation>{name} è un altro progetto</translation>
    </message>
    <message>
        <source>The article is deleted, but another window or program reads the file all the time, so that traces of it stay</source>
        <translation>L’articolo è eliminato, ma un’altra finestra o un altro programma legge di continuo il file, e ne restano tracce</translation>
    </message>
    <message>
        <source>Close the others and open the project again: it is finished then.</source>
        <translation>Chiudi gli altri e riapri il progetto: allora si conclude.</translation>
    </message>
    <message>
        <source>{name} cannot be written</source>
        <translation>{name} non si può scrivere</translation>
    </message>
    <message>
        <source>{name} is not a project of this Vaglio</source>
        <translation>{name} non è un progetto di questo Vaglio</translation>
    </message>
    <message>
        <source>Colleagues’ work on this article is under review</source>
        <translation>Il lavoro dei colleghi su questo articolo è in revisione</translation>
    </message>
    <message>
        <source>Leave the review with Escape to go on with your own</source>
        <translation>Lascia la revisione con Esc per continuare il tuo</translation>
    </message>
    <message>
        <source>{path} cannot be watched: its name is not text</source>
        <translation>{path} non si può seguire: il suo nome non è un testo</translation>
    </message>
    <message>
        <source>Rename it, or a folder that it is in.</source>
        <translation>Rinominalo, oppure rinomina una cartella che lo contiene.</translation>
    </message>
    <message>
        <source>{file}, line {line}: not as labelbuddy writes it ({why})</source>
        <translation>{file}, riga {line}: non è come la scrive labelbuddy ({why})</translation>
    </message>
    <message>
        <source>Export it again with its texts and annotations.</source>
        <translation>Esportalo di nuovo con testi e annotazioni.</translation>
    </message>
    <message>
        <source>Export fewer tasks at a time.</source>
        <translation>Esporta meno attività alla volta.</translation>
    </message>
    <message>
        <source>{file}: task {number} is not as Label Studio writes them ({why})</source>
        <translation>{file}: l’attività {number} non è come le scrive Label Studio ({why})</translation>
    </message>
    <message>
        <source>Export it again as JSON, with the texts in it.</source>
        <translation>Esportalo di nuovo come JSON, con i testi dentro.</translation>
    </message>
    <message>
        <source>{file}: a mail in it is too big ({size} MB)</source>
        <translation>{file}: contiene un messaggio troppo grande ({size} MB)</translation>
    </message>
    <message>
        <source>Save its text as a file of its own.</source>
        <translation>Salva il suo testo in un file a parte.</translation>
    </message>
    <message>
        <source>{file} holds no web page</source>
        <translation>{file} non contiene nessuna pagina web</translation>
    </message>
    <message>
        <source>Open the page in a browser and save it again.</source>
        <translation>Apri la pagina in un browser e salvala di nuovo.</translation>
    </message>
    <message>
        <source>{file} is no OpenDocument text</source>
        <translation>{file} non è un testo OpenDocument</translation>
    </message>
    <message>
        <source>Open it in the program it comes from and save it as ODT.</source>
        <translation>Aprilo nel programma da cui viene e salvalo come ODT.</translation>
    </message>
    <message>
        <source>{file} is protected by a password</source>
        <translation>{file} è protetto da una password</translation>
    </message>
    <message>
        <source>Open it in the program it comes from and save it without one.</source>
        <translation>Aprilo nel programma da cui viene e salvalo senza.</translation>
    </message>
    <message>
        <source>{file} unpacks to more than {size} MB, which no article does</source>
        <translation>{file}, estratto, supera {size} MB: nessun articolo arriva a tanto</translation>
    </message>
    <message>
        <source>{file} is damaged, protected, or not what its name says ({why})</source>
        <translation>{file} è danneggiato, protetto, o non è quello che dice il nome ({why})</translation>
    </message>
    <message>
        <source>See whether it was copied to its end, needs no password, and opens in its program.</source>
        <translation>Controlla che sia stato copiato fino alla fine, che non chieda una password e che si apra nel suo programma.</translation>
    </message>
    <message>
        <source>{file} is damaged: its XML cannot be read ({why})</source>
        <translation>{file} è danneggiato: il suo XML non si può leggere ({why})</translation>
    </message>
    <message>
        <source>Open it in the program it comes from and save it again.</source>
        <translation>Aprilo nel programma da cui viene e salvalo di nuovo.</translation>
    </message>
    <message>
        <source>{file} is protected by a password, or of an old version of Office</source>
        <translation>{file} è protetto da una password, o di una vecchia versione di Office</translation>
    </message>
    <message>
        <source>Open it in the program it comes from and save it anew, without a password.</source>
        <translation>Aprilo nel programma da cui viene e salvalo di nuovo, senza password.</translation>
    </message>
    <message>
        <source>Parquet files need the package pyarrow, which is not installed</source>
        <translation>I file Parquet richiedono il pacchetto pyarrow, che non è installato</translation>
    </message>
    <message>
        <source>Install it where Vaglio is: python -m pip install pyarrow</source>
        <translation>Installalo dove sta Vaglio: python -m pip install pyarrow</translation>
    </message>
    <message>
        <source>{file} is no PDF, though it is called one</source>
        <translation>{file} non è un PDF, anche se il nome lo dice</translation>
    </message>
    <message>
        <source>Open it in the program it comes from, and save it as PDF or text.</source>
        <translation>Aprilo nel programma da cui viene e salvalo come PDF o testo.</translation>
    </message>
    <message>
        <source>{file} has too many pages for an article ({count})</source>
        <translation>{file} ha troppe pagine per un articolo ({count})</translation>
    </message>
    <message>
        <source>Save the pages that you need as a PDF of their own.</source>
        <translation>Salva le pagine che ti servono in un PDF a parte.</translation>
    </message>
    <message>
        <source>Open it in a PDF viewer and print it into a new PDF, or copy the text out of it.</source>
        <translation>Aprilo in un lettore di PDF e stampalo in un nuovo PDF, o copiane il testo.</translation>
    </message>
    <message>
        <source>{file} has no pages</source>
        <translation>{file} non ha pagine</translation>
    </message>
    <message>
        <source>{file} is written in fonts whose letters cannot be told</source>
        <translation>{file} è scritto con caratteri le cui lettere non si possono riconoscere</translation>
    </message>
    <message>
        <source>Let a program for text recognition (OCR) read it first.</source>
        <translation>Fallo leggere prima da un programma di riconoscimento del testo (OCR).</translation>
    </message>
    <message>
        <source>{file} holds no text, only pictures of it</source>
        <translation>{file} non contiene testo, solo immagini di testo</translation>
    </message>
    <message>
        <source>It was scanned. Let a program for text recognition (OCR) read it first.</source>
        <translation>È una scansione. Fallo leggere prima da un programma di riconoscimento del testo (OCR).</translation>
    </message>
    <message>
        <source>{file}: page {page} is damaged ({why})</source>
        <translation>{file}: la pagina {page} è danneggiata ({why})</translation>
    </message>
    <message>
        <source>{file} is damaged or no PDF ({why})</source>
        <translation>{file} è danneggiato o non è un PDF ({why})</translation>
    </message>
    <message>
        <source>{file} is damaged: its parts cannot be told apart ({why})</source>
        <translation>{file} è danneggiato: le sue parti non si distinguono ({why})</translation>
    </message>
    <message>
        <source>Save it again in the program it comes from.</source>
        <translation>Salvalo di nuovo nel programma da cui viene.</translation>
    </message>
    <message>
        <source>{file}, line {line}: not as Prodigy writes it ({why})</source>
        <translation>{file}, riga {line}: non è come la scrive Prodigy ({why})</translation>
    </message>
    <message>
        <source>Export it again with “prodigy db-out”.</source>
        <translation>Esportalo di nuovo con «prodigy db-out».</translation>
    </message>
    <message>
        <source>{file} cannot be read as a REFI-QDA file ({why})</source>
        <translation>{file} non si legge come file REFI-QDA ({why})</translation>
    </message>
    <message>
        <source>{file}, after line {line}: the bytes are not {encoding}</source>
        <translation>{file}, dopo la riga {line}: i byte non sono {encoding}</translation>
    </message>
    <message>
        <source>Put one word on each line.</source>
        <translation>Metti una parola per riga.</translation>
    </message>
    <message>
        <source>{file} is no rich text, though it is called so</source>
        <translation>{file} non è rich text, anche se il nome lo dice</translation>
    </message>
    <message>
        <source>Open it in the program it comes from and save it as RTF or text.</source>
        <translation>Aprilo nel programma da cui viene e salvalo come RTF o testo.</translation>
    </message>
    <message>
        <source>{file} is damaged: it cannot be read as rich text ({why})</source>
        <translation>{file} è danneggiato: non si può leggere come rich text ({why})</translation>
    </message>
    <message>
        <source>{file} has too many columns ({count})</source>
        <translation>{file} ha troppe colonne ({count})</translation>
    </message>
    <message>
        <source>Keep text, title, date, author, publisher and address; one article a row.</source>
        <translation>Tieni testo, titolo, data, autore, testata e indirizzo; un articolo per riga.</translation>
    </message>
    <message>
        <source>{file} was written by Vaglio: what was found in articles, without the articles</source>
        <translation>{file} è stato scritto da Vaglio: ciò che si è trovato negli articoli, senza gli articoli</translation>
    </message>
    <message>
        <source>Export them as Vaglio JSON lines, and import these.</source>
        <translation>Esportali come JSON lines di Vaglio, e importa quelle.</translation>
    </message>
    <message>
        <source>{file}, row {row}: too long for one article ({count} characters)</source>
        <translation>{file}, riga {row}: troppo lungo per un articolo ({count} caratteri)</translation>
    </message>
    <message>
        <source>{file}: no column with the texts of articles was found</source>
        <translation>{file}: non c’è nessuna colonna con i testi degli articoli</translation>
    </message>
    <message>
        <source>Call that column text, and put an article in each row.</source>
        <translation>Chiama quella colonna testo, e metti un articolo in ogni riga.</translation>
    </message>
    <message>
        <source>{file} unpacks to more than {size} MB, which no table does</source>
        <translation>{file}, estratto, supera {size} MB: nessuna tabella arriva a tanto</translation>
    </message>
    <message>
        <source>{file} is no Excel workbook</source>
        <translation>{file} non è una cartella di lavoro Excel</translation>
    </message>
    <message>
        <source>Open it in a spreadsheet and save it as XLSX or CSV.</source>
        <translation>Aprilo in un foglio di calcolo e salvalo come XLSX o CSV.</translation>
    </message>
    <message>
        <source>{file} is too big for a table that is not UTF-8 ({size} MB)</source>
        <translation>{file} è troppo grande per una tabella che non è UTF-8 ({size} MB)</translation>
    </message>
    <message>
        <source>Save it as UTF-8, or cut it into parts.</source>
        <translation>Salvala in UTF-8, o dividila in parti.</translation>
    </message>
    <message>
        <source>{file}, line {line}: the table cannot be read ({why})</source>
        <translation>{file}, riga {line}: la tabella non si può leggere ({why})</translation>
    </message>
    <message>
        <source>Open it in a spreadsheet and save it again as CSV in UTF-8.</source>
        <translation>Aprila in un foglio di calcolo e salvala di nuovo come CSV in UTF-8.</translation>
    </message>
    <message>
        <source>{file}: no article was found in any of its pages</source>
        <translation>{file}: in nessuna delle sue pagine c’è un articolo</translation>
    </message>
    <message>
        <source>Open the page in a browser, copy the article, and paste it into Vaglio.</source>
        <translation>Apri la pagina in un browser, copia l’articolo e incollalo in Vaglio.</translation>
    </message>
    <message>
        <source>{file} is damaged or no web archive ({why})</source>
        <translation>{file} è danneggiato o non è un archivio web ({why})</translation>
    </message>
    <message>
        <source>{file} unpacks to much more than it is, which no web archive does</source>
        <translation>{file}, estratto, diventa molto più grande di quanto è: nessun archivio web fa così</translation>
    </message>
    <message>
        <source>{file}: the text is empty, or too long for one article</source>
        <translation>{file}: il testo è vuoto, o troppo lungo per un articolo</translation>
    </message>
    <message>
        <source>Leave the file out, or cut its text into articles.</source>
        <translation>Lascia fuori il file, o dividi il testo in articoli.</translation>
    </message>
    <message>
        <source>{file} is of an old version of WebAnno TSV</source>
        <translation>{file} è di una vecchia versione di WebAnno TSV</translation>
    </message>
    <message>
        <source>Export it again from INCEpTION or WebAnno, as WebAnno TSV 3.3.</source>
        <translation>Esportalo di nuovo da INCEpTION o WebAnno, come WebAnno TSV 3.3.</translation>
    </message>
    <message>
        <source>{file}, line {line}: not a line that WebAnno TSV has there</source>
        <translation>{file}, riga {line}: non è una riga che WebAnno TSV ha in quel punto</translation>
    </message>
    <message>
        <source>{file}, line {line}: the sentence does not follow on the one before</source>
        <translation>{file}, riga {line}: la frase non segue quella precedente</translation>
    </message>
    <message>
        <source>{file}: {said}</source>
        <translation>{file}: {said}</translation>
    </message>
    <message>
        <source>There is no {path}</source>
        <translation>{path} non c’è</translation>
    </message>
    <message>
        <source>Choose a folder, or a file of articles.</source>
        <translation>Scegli una cartella, o un file di articoli.</translation>
    </message>
    <message>
        <source>No article has annotations both of {gold} and of {found}</source>
        <translation>Nessun articolo ha annotazioni sia di {gold} sia di {found}</translation>
    </message>
    <message>
        <source>Compare layers, or files, of the same articles.</source>
        <translation>Confronta livelli, o file, degli stessi articoli.</translation>
    </message>
    <message>
        <source>The export ended in the middle</source>
        <translation>L’esportazione si è interrotta a metà</translation>
    </message>
    <message>
        <source>Run a check of the project: something in it cannot be read.</source>
        <translation>Esegui un controllo del progetto: qualcosa in esso non si può leggere.</translation>
    </message>
    <message>
        <source>{file} takes too long to read</source>
        <translation>{file} richiede troppo tempo per essere letto</translation>
    </message>
    <message>
        <source>Copy the article out of it into a text file, or cut it into parts.</source>
        <translation>Copia l’articolo in un file di testo, oppure dividilo in parti.</translation>
    </message>
    <message>
        <source>{file} needs more memory to read than one file may take</source>
        <translation>{file} richiede più memoria di quanta un file ne possa avere</translation>
    </message>
    <message>
        <source>{file}: nothing in it can be imported</source>
        <translation>{file}: dentro non c’è nulla che si possa importare</translation>
    </message>
    <message>
        <source>See in the description of the formats what can be.</source>
        <translation>Nella descrizione dei formati è scritto che cosa si può importare.</translation>
    </message>
    <message>
        <source>{file} cannot be unpacked ({why})</source>
        <translation>{file} non si può estrarre ({why})</translation>
    </message>
    <message>
        <source>See whether it was copied to its end, and needs no password.</source>
        <translation>Controlla che sia stato copiato fino alla fine e che non chieda una password.</translation>
    </message>
    <message>
        <source>{file}: the name {name} in it leads outside</source>
        <translation>{file}: il nome {name} al suo interno porta fuori</translation>
    </message>
    <message>
        <source>Whoever packed it wants to write over your files. Nothing was read.</source>
        <translation>Chi l’ha preparato vuole sovrascrivere i tuoi file. Non è stato letto nulla.</translation>
    </message>
    <message>
        <source>{file} unpacks to more than {size} MB, which no collection of articles does</source>
        <translation>{file}, estratto, supera {size} MB: nessuna raccolta di articoli arriva a tanto</translation>
    </message>
    <message>
        <source>It may be made to fill your disk. Nothing of it was read.</source>
        <translation>Potrebbe essere fatto per riempire il disco. Non è stato letto nulla.</translation>
    </message>
    <message>
        <source>Cut it into files of at most 64 MB.</source>
        <translation>Dividilo in file di al massimo 64 MB.</translation>
    </message>
    <message>
        <source>{file}: claim {number} is not as AVeriTeC has them ({why})</source>
        <translation>{file}: l’affermazione {number} non è come le ha AVeriTeC ({why})</translation>
    </message>
    <message>
        <source>See “AVeriTeC” in the description of the formats.</source>
        <translation>Vedi «AVeriTeC» nella descrizione dei formati.</translation>
    </message>
    <message>
        <source>{file} is no list of claims</source>
        <translation>{file} non è un elenco di affermazioni</translation>
    </message>
    <message>
        <source>AVeriTeC files are one JSON array.</source>
        <translation>I file di AVeriTeC sono un solo array JSON.</translation>
    </message>
    <message>
        <source>{file} says that it is {encoding}, but the bytes at {at} are not</source>
        <translation>{file} dice di essere {encoding}, ma i byte alla posizione {at} non lo sono</translation>
    </message>
    <message>
        <source>Open it in the program it comes from and save it as UTF-8.</source>
        <translation>Aprilo nel programma da cui viene e salvalo in UTF-8.</translation>
    </message>
    <message>
        <source>{file} is not text in any encoding that can be recognised</source>
        <translation>{file} non è testo in una codifica riconoscibile</translation>
    </message>
    <message>
        <source>Open it in the program it comes from and save it as UTF-8 text.</source>
        <translation>Aprilo nel programma da cui viene e salvalo come testo UTF-8.</translation>
    </message>
    <message>
        <source>{file} is too big for one JSON value</source>
        <translation>{file} è troppo grande per un solo valore JSON</translation>
    </message>
    <message>
        <source>Write one object on each line and name the file .jsonl.</source>
        <translation>Scrivi un oggetto per riga e dai al file il suffisso .jsonl.</translation>
    </message>
    <message>
        <source>{file}, line {line}: not an object with a text</source>
        <translation>{file}, riga {line}: non è un oggetto con un testo</translation>
    </message>
    <message>
        <source>Each article is an object with the key text.</source>
        <translation>Ogni articolo è un oggetto con la chiave text.</translation>
    </message>
    <message>
        <source>{file}, line {line}: the text is empty, or too long for one article</source>
        <translation>{file}, riga {line}: il testo è vuoto, o troppo lungo per un solo articolo</translation>
    </message>
    <message>
        <source>Leave the line out, or cut the text into articles.</source>
        <translation>Togli la riga, o dividi il testo in più articoli.</translation>
    </message>
    <message>
        <source>{file}, line {line}: the span {start} to {end} ({label}) is not in the text</source>
        <translation>{file}, riga {line}: il tratto da {start} a {end} ({label}) non è nel testo</translation>
    </message>
    <message>
        <source>Offsets count Unicode code points from 0, the end not included; the text has {length}.</source>
        <translation>Le posizioni contano i caratteri Unicode da 0, fine esclusa; il testo ne ha {length}.</translation>
    </message>
    <message>
        <source>{file}, line {line}: at {start} to {end} the text reads “{is_there}”, not “{said}”</source>
        <translation>{file}, riga {line}: da {start} a {end} il testo dice «{is_there}», non «{said}»</translation>
    </message>
    <message>
        <source>Were offsets counted in UTF-16 units or bytes? Count Unicode code points.</source>
        <translation>Le posizioni sono contate in unità UTF-16 o in byte? Vanno contati i caratteri Unicode.</translation>
    </message>
    <message>
        <source>{file}, line {line}: the span {start} to {end} is half of a line end</source>
        <translation>{file}, riga {line}: il tratto da {start} a {end} è mezzo a capo</translation>
    </message>
    <message>
        <source>Leave it out.</source>
        <translation>Toglilo.</translation>
    </message>
    <message>
        <source>{file} is of no kind that can be imported</source>
        <translation>{file} non è di un tipo che si può importare</translation>
    </message>
    <message>
        <source>Files that end in {suffixes} can be.</source>
        <translation>Si possono importare i file che finiscono in {suffixes}.</translation>
    </message>
    <message>
        <source>{file} cannot be read ({why})</source>
        <translation>{file} non si può leggere ({why})</translation>
    </message>
    <message>
        <source>See that the file is there and that you may read it.</source>
        <translation>Controlla che il file ci sia e che tu possa leggerlo.</translation>
    </message>
    <message>
        <source>Nothing is known of an export format {format}</source>
        <translation>Il formato di esportazione {format} è sconosciuto</translation>
    </message>
    <message>
        <source>Choose one of {names}.</source>
        <translation>Scegline uno tra {names}.</translation>
    </message>
    <message>
        <source>{file} is not a file</source>
        <translation>{file} non è un file</translation>
    </message>
    <message>
        <source>Choose a file, or a folder of files.</source>
        <translation>Scegli un file, o una cartella di file.</translation>
    </message>
    <message>
        <source>Copy the article out of it into a text file.</source>
        <translation>Copia l’articolo in un file di testo.</translation>
    </message>
    <message>
        <source>{file}: no article was found in the page</source>
        <translation>{file}: nella pagina non è stato trovato alcun articolo</translation>
    </message>
    <message>
        <source>Open it in a browser, copy the article, and paste it into Vaglio.</source>
        <translation>Aprila in un browser, copia l’articolo e incollalo in Vaglio.</translation>
    </message>
    <message>
        <source>{file} is no page that can be understood ({why})</source>
        <translation>{file} non è una pagina comprensibile ({why})</translation>
    </message>
    <message>
        <source>{file} holds no text</source>
        <translation>{file} non contiene testo</translation>
    </message>
    <message>
        <source>Check that it is the right file; there is nothing to annotate in it.</source>
        <translation>Controlla che sia il file giusto: non c’è nulla da annotare.</translation>
    </message>
    <message>
        <source>{file} is too long for one article ({count} characters)</source>
        <translation>{file} è troppo lungo per un solo articolo ({count} caratteri)</translation>
    </message>
    <message>
        <source>Cut it into articles of at most {limit} characters.</source>
        <translation>Dividilo in articoli di al massimo {limit} caratteri.</translation>
    </message>
    <message>
        <source>{file}, line {line}: the format is {version}, and this program reads {known}</source>
        <translation>{file}, riga {line}: il formato è {version}, e questo programma legge {known}</translation>
    </message>
    <message>
        <source>Open it with a newer Vaglio, or keep files of different formats apart.</source>
        <translation>Aprilo con un Vaglio più recente, o tieni separati i file di formati diversi.</translation>
    </message>
    <message>
        <source>{file}, line {line}: the text has line ends or characters that are never stored</source>
        <translation>{file}, riga {line}: il testo ha a capo o caratteri che non vengono mai salvati</translation>
    </message>
    <message>
        <source>Import it in the plain form (text and spans), which puts them right.</source>
        <translation>Importalo nella forma semplice (testo e tratti), che li corregge.</translation>
    </message>
    <message>
        <source>{file}, line {line}: the text is not the one that its sha256 was made of</source>
        <translation>{file}, riga {line}: il testo non è quello da cui viene il suo sha256</translation>
    </message>
    <message>
        <source>It was altered after the export; export it again.</source>
        <translation>È stato modificato dopo l’esportazione: esportalo di nuovo.</translation>
    </message>
    <message>
        <source>{file}, line {line}: another article with the same id as on the line before</source>
        <translation>{file}, riga {line}: un altro articolo con lo stesso id della riga precedente</translation>
    </message>
    <message>
        <source>All lines of an article must tell the same of it.</source>
        <translation>Tutte le righe di un articolo devono dirne le stesse cose.</translation>
    </message>
    <message>
        <source>{file}, line {line}: the source {id} differs from an earlier line</source>
        <translation>{file}, riga {line}: la fonte {id} è diversa da una riga precedente</translation>
    </message>
    <message>
        <source>All lines must tell the same of a source.</source>
        <translation>Tutte le righe devono dire le stesse cose di una fonte.</translation>
    </message>
    <message>
        <source>{file}, line {line}: annotations without a layer</source>
        <translation>{file}, riga {line}: annotazioni senza livello</translation>
    </message>
    <message>
        <source>Say in the layer whose they are.</source>
        <translation>Indica nel livello di chi sono.</translation>
    </message>
    <message>
        <source>The spans of one annotation stand in text order and do not overlap.</source>
        <translation>I tratti di un’annotazione seguono l’ordine del testo e non si sovrappongono.</translation>
    </message>
    <message>
        <source>{file}, line {line}: the source {id} is named but not told of</source>
        <translation>{file}, riga {line}: la fonte {id} è nominata ma non descritta</translation>
    </message>
    <message>
        <source>Add it to the sources of the line.</source>
        <translation>Aggiungila alle fonti della riga.</translation>
    </message>
    <message>
        <source>{file}, line {line}: at {start} to {end} the text reads otherwise than {id} says</source>
        <translation>{file}, riga {line}: da {start} a {end} il testo è diverso da quello che dice {id}</translation>
    </message>
    <message>
        <source>Offsets count Unicode code points of the text, the end not included.</source>
        <translation>Le posizioni contano i caratteri Unicode del testo, fine esclusa.</translation>
    </message>
    <message>
        <source>{file}, line {line}: the id {id} occurs twice</source>
        <translation>{file}, riga {line}: l’id {id} compare due volte</translation>
    </message>
    <message>
        <source>Every record has an id of its own.</source>
        <translation>Ogni elemento ha un id tutto suo.</translation>
    </message>
    <message>
        <source>{file}, line {line}: longer than {limit} MB</source>
        <translation>{file}, riga {line}: più lunga di {limit} MB</translation>
    </message>
    <message>
        <source>Put one article on each line.</source>
        <translation>Metti un articolo per riga.</translation>
    </message>
    <message>
        <source>{file}, line {line}: nested too deeply</source>
        <translation>{file}, riga {line}: troppi livelli uno dentro l’altro</translation>
    </message>
    <message>
        <source>{file}, line {line}: not UTF-8 (bad byte at {at})</source>
        <translation>{file}, riga {line}: non è UTF-8 (byte sbagliato alla posizione {at})</translation>
    </message>
    <message>
        <source>Save the file as UTF-8 and import it again.</source>
        <translation>Salva il file in UTF-8 e importalo di nuovo.</translation>
    </message>
    <message>
        <source>See the description of the format for what belongs there.</source>
        <translation>La descrizione del formato dice che cosa ci va.</translation>
    </message>
    <message>
        <source>{file}, line {line}: half of a character (a lone surrogate)</source>
        <translation>{file}, riga {line}: mezzo carattere (un surrogato isolato)</translation>
    </message>
    <message>
        <source>Write the file again with a program that keeps emoji whole.</source>
        <translation>Riscrivi il file con un programma che lascia intere le emoji.</translation>
    </message>
    <message>
        <source>{file}, line {line}: the file breaks off in the middle of the line</source>
        <translation>{file}, riga {line}: il file si interrompe a metà della riga</translation>
    </message>
    <message>
        <source>It was probably not written or copied to its end; write or copy it again.</source>
        <translation>Forse non è stato scritto o copiato fino in fondo: scrivilo o copialo di nuovo.</translation>
    </message>
    <message>
        <source>Each line must be one whole JSON object.</source>
        <translation>Ogni riga deve essere un oggetto JSON completo.</translation>
    </message>
    <message>
        <source>{file}, line {line}: the key {key} occurs twice in one object</source>
        <translation>{file}, riga {line}: la chiave {key} compare due volte nello stesso oggetto</translation>
    </message>
    <message>
        <source>Keep one of the two.</source>
        <translation>Tienine una sola.</translation>
    </message>
    <message>
        <source>Keep objects and lists within {levels} levels.</source>
        <translation>Tieni oggetti ed elenchi entro {levels} livelli.</translation>
    </message>
    <message>
        <source>{file} is not UTF-8 but UTF-16 or UTF-32</source>
        <translation>{file} non è UTF-8 ma UTF-16 o UTF-32</translation>
    </message>
    <message>
        <source>{file} was not written: a record holds half of a character</source>
        <translation>{file} non è stato scritto: un elemento contiene mezzo carattere</translation>
    </message>
    <message>
        <source>Run a check of the project: it names the record.</source>
        <translation>Controlla il progetto: il controllo dice quale elemento.</translation>
    </message>
    <message>
        <source>{file} was not written: the disk is full</source>
        <translation>{file} non è stato scritto: il disco è pieno</translation>
    </message>
    <message>
        <source>Make room, or export to another disk. A file that was there is untouched.</source>
        <translation>Libera spazio, o esporta su un altro disco. Il file che c’era è rimasto com’era.</translation>
    </message>
    <message>
        <source>{file} was not written ({why})</source>
        <translation>{file} non è stato scritto ({why})</translation>
    </message>
    <message>
        <source>See that the folder is there and that you may write in it. A file that was there is untouched.</source>
        <translation>Controlla che la cartella ci sia e che tu possa scriverci. Il file che c’era è rimasto com’era.</translation>
    </message>
    <message>
        <source>The report could not be printed ({why})</source>
        <translation>Non è stato possibile stampare il rapporto ({why})</translation>
    </message>
    <message>
        <source>Choose fewer articles, or export it as a web page and print that.</source>
        <translation>Scegli meno articoli, o esportalo come pagina web e stampa quella.</translation>
    </message>
    <message>
        <source>Gamma needs the library pygamma-agreement, which is not installed</source>
        <translation>Gamma richiede la libreria pygamma-agreement, che non è installata</translation>
    </message>
    <message>
        <source>It is large (800 MB with what it needs): pip install pygamma-agreement.</source>
        <translation>È grande (800 MB con ciò che le serve): pip install pygamma-agreement.</translation>
    </message>
    <message>
        <source>Nothing was deleted</source>
        <translation>Non è stato eliminato nulla</translation>
    </message>
    <message>
        <source>With --yes it is done without asking.</source>
        <translation>Con --yes si procede senza chiedere.</translation>
    </message>
    <message>
        <source>A mapping is a JSON object from words to words, or four of them: labels, relations, attributes, columns. An empty word leaves something out.</source>
        <translation>Una corrispondenza è un oggetto JSON da parole a parole, o quattro: labels, relations, attributes, columns. Una parola vuota esclude qualcosa.</translation>
    </message>
    <message>
        <source>{file} is encrypted in a way that cannot be opened here</source>
        <translation>{file} è cifrato in un modo che qui non si può aprire</translation>
    </message>
    <message>
        <source>{file} is a link that leads out of the folder, and was not read</source>
        <translation>{file} è un collegamento che porta fuori dalla cartella, e non è stato letto</translation>
    </message>
    <message>
        <source>Name the file itself if you want it in.</source>
        <translation>Se lo vuoi importare, scegli il file stesso.</translation>
    </message>
    <message>
        <source>{file} holds no articles</source>
        <translation>{file} non contiene articoli</translation>
    </message>
    <message>
        <source>Check that it is the right file, and that it was written to its end.</source>
        <translation>Controlla che sia il file giusto e che sia stato scritto fino in fondo.</translation>
    </message>
    <message>
        <source>{file}, line {line}: {word} is no number in JSON</source>
        <translation>{file}, riga {line}: {word} in JSON non è un numero</translation>
    </message>
    <message>
        <source>Write null in its place.</source>
        <translation>Scrivi null al suo posto.</translation>
    </message>
    <message>
        <source>{file} is of no kind that is kept as a source</source>
        <translation>{file} non è di un tipo che si conserva come fonte</translation>
    </message>
    <message>
        <source>Files are kept beside a project file, and this project has none</source>
        <translation>I file si conservano accanto al file del progetto, e questo progetto non ne ha</translation>
    </message>
    <message>
        <source>{count} judged articles are too few to learn from</source>
        <translation>{count} articoli giudicati sono troppo pochi per imparare</translation>
    </message>
    <message>
        <source>Judge all suggestions of at least {least} articles, or submit them.</source>
        <translation>Giudica tutti i suggerimenti di almeno {least} articoli, o consegnali.</translation>
    </message>
    <message>
        <source>There is no version {number}</source>
        <translation>Non c&apos;è una versione {number}</translation>
    </message>
    <message>
        <source>There are: {numbers}</source>
        <translation>Ci sono: {numbers}</translation>
    </message>
    <message>
        <source>“{title}” has this address already</source>
        <translation>«{title}» ha già questo indirizzo</translation>
    </message>
    <message>
        <source>Link that source instead; there is no need for a second one.</source>
        <translation>Collega quella fonte; non ne serve una seconda.</translation>
    </message>
    <message>
        <source>“{title}” is evidence for {count} claims and stays</source>
        <translation>«{title}» è prova per {count} affermazioni e resta</translation>
    </message>
    <message>
        <source>Take the evidence away from its claims first; other people’s too.</source>
        <translation>Prima togli le prove dalle loro affermazioni, anche da quelle di altri.</translation>
    </message>
    <message>
        <source>This source is no longer in the project</source>
        <translation>Questa fonte non è più nel progetto</translation>
    </message>
    <message>
        <source>Somebody removed it; the list is shown again as it is now.</source>
        <translation>Qualcuno l’ha rimossa; l’elenco è di nuovo mostrato com’è adesso.</translation>
    </message>
    <message>
        <source>This was already taken back in another window</source>
        <translation>È già stato annullato in un’altra finestra</translation>
    </message>
    <message>
        <source>The article is shown again as it is now.</source>
        <translation>L’articolo viene mostrato com’è adesso.</translation>
    </message>
    <message>
        <source>Something else in the project still uses what this would remove</source>
        <translation>Qualcos’altro nel progetto usa ancora ciò che così sparirebbe</translation>
    </message>
    <message>
        <source>Remove what uses it first.</source>
        <translation>Prima togli ciò che lo usa.</translation>
    </message>
    <message>
        <source>{who} changed this first, at {when}</source>
        <translation>{who} ha modificato per primo questo punto, il {when}</translation>
    </message>
    <message>
        <source>It is shown again as it is now; make your edit once more if it is needed.</source>
        <translation>Ora è mostrato com’è adesso: se serve ancora, rifai la modifica.</translation>
    </message>
    <message>
        <source>This has changed since it was shown</source>
        <translation>È cambiato da quando è stato mostrato</translation>
    </message>
    <message>
        <source>Nobody can annotate under the name {who}: it stands for what is not a person</source>
        <translation>Con il nome {who} nessuno può annotare: non indica una persona</translation>
    </message>
    <message>
        <source>Set another name in the preferences, or give one with --author.</source>
        <translation>Imposta un altro nome nelle preferenze, oppure indicane uno con --author.</translation>
    </message>
    <message>
        <source>{who} has annotations of this article already, made since it was shown</source>
        <translation>Di questo articolo ci sono già annotazioni di {who}, fatte dopo che è stato mostrato</translation>
    </message>
    <message>
        <source>These are {whose} annotations, and only {whose} can change them</source>
        <translation>Queste annotazioni sono di {whose}, e solo {whose} può modificarle</translation>
    </message>
    <message>
        <source>Accept or amend them instead: that makes your own copy.</source>
        <translation>Accettale o correggile: così ne fai una copia tua.</translation>
    </message>
    <message>
        <source>The layer that this belongs to is gone</source>
        <translation>Il livello a cui appartiene non c’è più</translation>
    </message>
    <message>
        <source>A span ends at {end}, past the end of the article at {length}</source>
        <translation>Un tratto finisce a {end}, oltre la fine dell’articolo a {length}</translation>
    </message>
    <message>
        <source>Nothing was saved.</source>
        <translation>Non è stato salvato nulla.</translation>
    </message>
    <message>
        <source>The backup {path} could not be written: {said}</source>
        <translation>La copia di sicurezza {path} non è stata scritta: {said}</translation>
    </message>
    <message>
        <source>Choose another folder, or free some space. The project itself is untouched.</source>
        <translation>Scegli un’altra cartella, o libera spazio. Il progetto è rimasto com’era.</translation>
    </message>
    <message>
        <source>{name} is no project, and was not backed up</source>
        <translation>{name} non è un progetto: la copia di sicurezza non è stata fatta</translation>
    </message>
    <message>
        <source>{name} is being written by another window or program</source>
        <translation>Un’altra finestra o un altro programma sta scrivendo in {name}</translation>
    </message>
    <message>
        <source>Nothing was saved. Wait until it has finished and try again.</source>
        <translation>Non è stato salvato nulla. Aspetta che finisca e riprova.</translation>
    </message>
    <message>
        <source>There is no room left on the disk that {name} is on</source>
        <translation>Il disco su cui si trova {name} è pieno</translation>
    </message>
    <message>
        <source>The last edit was not saved, everything before it was. Free some space and do it again.</source>
        <translation>L’ultima modifica non è stata salvata, tutto il resto sì. Libera spazio e rifalla.</translation>
    </message>
    <message>
        <source>{name} can only be read</source>
        <translation>{name} si può solo leggere</translation>
    </message>
    <message>
        <source>{name} is damaged: {said}</source>
        <translation>{name} è danneggiato: {said}</translation>
    </message>
    <message>
        <source>Restore a backup, or run “vaglio check” to see what is left.</source>
        <translation>Ripristina una copia di sicurezza, o vedi con «vaglio check» che cosa resta.</translation>
    </message>
    <message>
        <source>{name} cannot be read or written: {said}</source>
        <translation>{name} non si può leggere o scrivere: {said}</translation>
    </message>
    <message>
        <source>Check that the disk is connected and that you may write to the folder.</source>
        <translation>Controlla che il disco sia collegato e che tu possa scrivere nella cartella.</translation>
    </message>
    <message>
        <source>Choose a file.</source>
        <translation>Scegli un file.</translation>
    </message>
    <message>
        <source>{file} cannot be kept: {said}</source>
        <translation>{file} non si può conservare: {said}</translation>
    </message>
    <message>
        <source>See that it can be read, and that there is room beside the project.</source>
        <translation>Controlla che si possa leggere e che accanto al progetto ci sia spazio.</translation>
    </message>
    <message>
        <source>The file of this source is not with the project</source>
        <translation>Il file di questa fonte non è con il progetto</translation>
    </message>
    <message>
        <source>It is kept in the folder {folder}, which must go where the project goes. Whoever has the file can keep it again: it is recognised.</source>
        <translation>Sta nella cartella {folder}, che deve andare dove va il progetto. Chi ha il file può conservarlo di nuovo: viene riconosciuto.</translation>
    </message>
    <message>
        <source>The kept file {file} is not what it was when it was kept</source>
        <translation>Il file conservato {file} non è più quello di quando è stato conservato</translation>
    </message>
    <message>
        <source>Somebody has changed it. Keep the original again, or take it from a backup.</source>
        <translation>Qualcuno l’ha cambiato. Conserva di nuovo l’originale, o prendilo da un backup.</translation>
    </message>
    <message>
        <source>{file} has {size} MB; files up to {limit} MB are kept</source>
        <translation>{file} è di {size} MB; si conservano file fino a {limit} MB</translation>
    </message>
    <message>
        <source>Print the pages that matter to a PDF of their own, and keep that one.</source>
        <translation>Stampa in un PDF a parte le pagine che contano, e conserva quello.</translation>
    </message>
    <message>
        <source>{name} could not be brought up to date; it is as it was</source>
        <translation>Non è stato possibile aggiornare {name}, che è rimasto com’era</translation>
    </message>
    <message>
        <source>Run “vaglio check” on it.</source>
        <translation>Controllalo con «vaglio check».</translation>
    </message>
    <message>
        <source>{name} was brought up to date; how it was before is kept in {kept}</source>
        <translation>{name} è stato aggiornato; com’era prima si trova in {kept}</translation>
    </message>
    <message>
        <source>The name of {name} is too long for a project</source>
        <translation>Il nome {name} è troppo lungo per un progetto</translation>
    </message>
    <message>
        <source>Give it a shorter one: files beside it are called like it, with an ending.</source>
        <translation>Scegline uno più corto: i file che gli stanno accanto si chiamano come lui, con un&apos;aggiunta.</translation>
    </message>
    <message>
        <source>There is no project {path}</source>
        <translation>Il progetto {path} non esiste</translation>
    </message>
    <message>
        <source>Check the name, or make a new project.</source>
        <translation>Controlla il nome, o crea un nuovo progetto.</translation>
    </message>
    <message>
        <source>{name} cannot be read: {said}</source>
        <translation>{name} non si può leggere: {said}</translation>
    </message>
    <message>
        <source>Ask its owner for the right to read it.</source>
        <translation>Chiedi al proprietario il permesso di leggerlo.</translation>
    </message>
    <message>
        <source>{name} is empty</source>
        <translation>{name} è vuoto</translation>
    </message>
    <message>
        <source>Delete it and make a new project, or restore a backup.</source>
        <translation>Eliminalo e crea un nuovo progetto, o ripristina una copia di sicurezza.</translation>
    </message>
    <message>
        <source>{name} is not a project of Vaglio</source>
        <translation>{name} non è un progetto di Vaglio</translation>
    </message>
    <message>
        <source>If it holds articles, import it into a project.</source>
        <translation>Se contiene articoli, importalo in un progetto.</translation>
    </message>
    <message>
        <source>{name} is a database of another program</source>
        <translation>{name} è il database di un altro programma</translation>
    </message>
    <message>
        <source>Export its articles there as text or JSONL and import those.</source>
        <translation>Esportane da lì gli articoli come testo o JSONL e importa quelli.</translation>
    </message>
    <message>
        <source>{name} is on a medium that cannot be written: nothing can be changed</source>
        <translation>{name} è su un supporto non scrivibile: non si può modificare nulla</translation>
    </message>
    <message>
        <source>{name} is on a medium that cannot be written: this is a copy, to read only</source>
        <translation>{name} è su un supporto non scrivibile: questa è una copia di sola lettura</translation>
    </message>
    <message>
        <source>{name} holds something that Vaglio did not put there: {what}</source>
        <translation>{name} contiene qualcosa che Vaglio non ci ha messo: {what}</translation>
    </message>
    <message>
        <source>It was not opened, because such a thing can alter or delete your work. Import it into a new project instead: only its articles and annotations are read then.</source>
        <translation>Non è stato aperto, perché una cosa simile può alterare o cancellare il tuo lavoro. Importalo invece in un nuovo progetto: così se ne leggono solo gli articoli e le annotazioni.</translation>
    </message>
    <message>
        <source>{name} is of an older format and has to be brought up to date first</source>
        <translation>{name} è in un formato più vecchio e va prima aggiornato</translation>
    </message>
    <message>
        <source>Open it once where it can be written.</source>
        <translation>Aprilo una volta dove si può scrivere.</translation>
    </message>
    <message>
        <source>{name} was made by a newer Vaglio (format {found}, this one writes {ours})</source>
        <translation>{name} viene da un Vaglio più recente (formato {found}, questo scrive {ours})</translation>
    </message>
    <message>
        <source>Update Vaglio, or open the project for reading only.</source>
        <translation>Aggiorna Vaglio, o apri il progetto in sola lettura.</translation>
    </message>
    <message>
        <source>{name} was made by a newer Vaglio and this one cannot read it</source>
        <translation>{name} viene da un Vaglio più recente e questo non può leggerlo</translation>
    </message>
    <message>
        <source>Update Vaglio.</source>
        <translation>Aggiorna Vaglio.</translation>
    </message>
    <message>
        <source>{name} was made by a newer Vaglio: it can be read, what is new in it is not shown</source>
        <translation>{name} è stato creato da un Vaglio più recente: si può leggere, ma le novità non si vedono</translation>
    </message>
    <message>
        <source>{name} is on a network drive ({kind})</source>
        <translation>{name} è su un disco di rete ({kind})</translation>
    </message>
    <message>
        <source>Two people must not open it at once, and a lost connection can damage it: better work on a copy on your own disk.</source>
        <translation>Non deve aprirlo più di una persona alla volta, e una connessione persa può danneggiarlo: meglio lavorare su una copia nel tuo disco.</translation>
    </message>
    <message>
        <source>{name} is kept with a rollback journal: saving is slower</source>
        <translation>{name} è tenuto con un rollback journal: salvare è più lento</translation>
    </message>
    <message>
        <source>The SQLite library here ({version}) is old: saving is slower</source>
        <translation>La libreria SQLite di questo computer ({version}) è vecchia: salvare è più lento</translation>
    </message>
    <message>
        <source>{path} is there already</source>
        <translation>{path} c’è già</translation>
    </message>
    <message>
        <source>Open it, or choose another name.</source>
        <translation>Aprilo, o scegli un altro nome.</translation>
    </message>
    <message>
        <source>{path} cannot be made: {said}</source>
        <translation>{path} non si può creare: {said}</translation>
    </message>
    <message>
        <source>Choose a folder that exists and that you may write to.</source>
        <translation>Scegli una cartella che esiste e in cui puoi scrivere.</translation>
    </message>
    <message>
        <source>This project is open for reading only</source>
        <translation>Questo progetto è aperto in sola lettura</translation>
    </message>
    <message>
        <source>Copy the file to where you can write, and open the copy.</source>
        <translation>Copia il file dove puoi scrivere e apri la copia.</translation>
    </message>
    <message>
        <source>The text of “{title}” is not the one that was imported</source>
        <translation>Il testo di «{title}» non è quello importato</translation>
    </message>
    <message>
        <source>The file is damaged. Restore a backup, or import the article again elsewhere.</source>
        <translation>Il file è danneggiato. Ripristina una copia di sicurezza, o importa di nuovo l’articolo altrove.</translation>
    </message>
    <message>
        <source>The trained model is not there ({folder})</source>
        <translation>Il modello addestrato non c’è ({folder})</translation>
    </message>
    <message>
        <source>Install Vaglio again; rules and word lists work without it.</source>
        <translation>Installa di nuovo Vaglio; regole ed elenchi di parole funzionano anche senza.</translation>
    </message>
    <message>
        <source>{name} of the trained model is damaged or not the one we shipped</source>
        <translation>{name} del modello addestrato è danneggiato o non è quello originale</translation>
    </message>
    <message>
        <source>The trained model needs the package {package}</source>
        <translation>Il modello addestrato ha bisogno del pacchetto {package}</translation>
    </message>
    <message>
        <source>Install it with: pip install {package}</source>
        <translation>Installalo con: pip install {package}</translation>
    </message>
    <message>
        <source>Installed are: {names}. Install it yourself, or choose another.</source>
        <translation>Installate: {names}. Installala tu, o scegline un&apos;altra.</translation>
    </message>
    <message>
        <source>Only a claim and the name of who says it can be linked</source>
        <translation>Si possono collegare solo un’affermazione e il nome di chi la fa</translation>
    </message>
    <message>
        <source>Drag from a claim&apos;s card to an entity</source>
        <translation>Trascina dalla scheda di un’affermazione a un’entità</translation>
    </message>
    <message>
        <source>There is nothing to attribute yet</source>
        <translation>Non c’è ancora nulla da attribuire</translation>
    </message>
    <message>
        <source>Make a claim current, then select who says it (S) or the cue word (Q)</source>
        <translation>Scegli un’affermazione, poi seleziona chi la fa (S) o l’indizio (Q)</translation>
    </message>
    <message>
        <source>This article is submitted</source>
        <translation>Questo articolo è consegnato</translation>
    </message>
    <message>
        <source>Reopen it if you want to change something</source>
        <translation>Riaprilo se vuoi cambiare qualcosa</translation>
    </message>
    <message>
        <source>There is no text on the clipboard</source>
        <translation>Negli appunti non c’è testo</translation>
    </message>
    <message>
        <source>Copy the article&apos;s text, then paste it here</source>
        <translation>Copia il testo dell’articolo, poi incollalo qui</translation>
    </message>
    <message>
        <source>{path} could not be written</source>
        <translation>{path} non è stato scritto</translation>
    </message>
    <message>
        <source>Choose a folder that exists and that you may write to</source>
        <translation>Scegli una cartella che esiste e in cui puoi scrivere</translation>
    </message>
    <message>
        <source>There is one version of this article</source>
        <translation>Di questo articolo c’è una sola versione</translation>
    </message>
    <message>
        <source>Another one comes when a watched file has another text.</source>
        <translation>Un’altra arriva quando un file sorvegliato ha un altro testo.</translation>
    </message>
    <message>
        <source>Nothing of an older version is missing here</source>
        <translation>Qui non manca nulla di una versione precedente</translation>
    </message>
    <message>
        <source>What cannot be placed in a new version of an article is listed here.</source>
        <translation>Qui si elenca ciò che non trova posto in una nuova versione di un articolo.</translation>
    </message>
    <message>
        <source>{name} has no layer of “{title}”</source>
        <translation>{name} non ha un livello di «{title}»</translation>
    </message>
    <message>
        <source>No article was labelled by two people who have submitted it</source>
        <translation>Nessun articolo è stato etichettato e consegnato da due persone</translation>
    </message>
    <message>
        <source>Submit the articles, take in a colleague&apos;s work, or count drafts too</source>
        <translation>Consegna gli articoli, prendi il lavoro di un collega, o conta anche le bozze</translation>
    </message>
    <message>
        <source>There is no evidence to carry over</source>
        <translation>Non ci sono prove da riprendere</translation>
    </message>
    <message>
        <source>That claim has none, or all of it is here already.</source>
        <translation>Quell’affermazione non ne ha, o sono già tutte qui.</translation>
    </message>
    <message>
        <source>{count} claims are too many for one step</source>
        <translation>{count} affermazioni sono troppe per un passo solo</translation>
    </message>
    <message>
        <source>Choose at most {most}.</source>
        <translation>Scegline al massimo {most}.</translation>
    </message>
    <message>
        <source>Nobody has submitted work on this article</source>
        <translation>Nessuno ha consegnato un lavoro su questo articolo</translation>
    </message>
    <message>
        <source>Take in a colleague&apos;s work first, or review another article</source>
        <translation>Prendi prima il lavoro di un collega, o rivedi un altro articolo</translation>
    </message>
    <message>
        <source>Nothing is under review</source>
        <translation>Nulla è in revisione</translation>
    </message>
    <message>
        <source>No difference is chosen</source>
        <translation>Nessuna differenza è scelta</translation>
    </message>
    <message>
        <source>Space goes to the next one</source>
        <translation>Spazio va alla prossima</translation>
    </message>
    <message>
        <source>There is no such layer in this review</source>
        <translation>In questa revisione non c’è un tale livello</translation>
    </message>
    <message>
        <source>A label goes on an entity</source>
        <translation>Un’etichetta va su un’entità</translation>
    </message>
    <message>
        <source>This difference is about a claim</source>
        <translation>Questa differenza riguarda un’affermazione</translation>
    </message>
    <message>
        <source>Select the words of the claim first</source>
        <translation>Seleziona prima le parole dell’affermazione</translation>
    </message>
    <message>
        <source>Nothing that was said before has evidence to carry over</source>
        <translation>Nulla di ciò che è già stato detto ha prove da riprendere</translation>
    </message>
    <message>
        <source>Go to a claim; what was said before stands on the Evidence page.</source>
        <translation>Vai a un’affermazione; ciò che è già stato detto sta nella pagina Prove.</translation>
    </message>
    <message>
        <source>{file}, line {line}: the spans of {id} overlap, are empty or out of order</source>
        <translation>{file}, riga {line}: i brani di {id} si sovrappongono, sono vuoti o non sono in ordine</translation>
    </message>
    <message>
        <source>{file}, line {line}: a number is larger than can be kept</source>
        <translation>{file}, riga {line}: un numero è più grande di quanto si possa conservare</translation>
    </message>
    <message>
        <source>Write it as a text, in quotes.</source>
        <translation>Scrivilo come testo, tra virgolette.</translation>
    </message>
    <message>
        <source>{file}, line {line}: not a JSON object (see byte {at})</source>
        <translation>{file}, riga {line}: non è un oggetto JSON (vedi il byte {at})</translation>
    </message>
    <message>
        <source>{file}, line {line}: the key {key} is missing in {path}</source>
        <translation>{file}, riga {line}: in {path} manca la chiave {key}</translation>
    </message>
    <message>
        <source>{file}, line {line}: the key {key} does not belong in {path}</source>
        <translation>{file}, riga {line}: la chiave {key} non è prevista in {path}</translation>
    </message>
    <message>
        <source>{file}, line {line}: at {path} belongs {wanted}, not {found}</source>
        <translation>{file}, riga {line}: in {path} va {wanted}, non {found}</translation>
    </message>
    <message>
        <source>{file}, line {line}: {found} at {path} is none of the known values</source>
        <translation>{file}, riga {line}: {found} in {path} non è uno dei valori noti</translation>
    </message>
    <message>
        <source>{file}, line {line}: the value at {path} is not one that belongs there</source>
        <translation>{file}, riga {line}: il valore in {path} non è di quelli previsti</translation>
    </message>
    <message>
        <source>This is too long for a list of references</source>
        <translation>È troppo lungo per un elenco di riferimenti</translation>
    </message>
    <message>
        <source>Paste fewer of them at a time.</source>
        <translation>Incollane meno alla volta.</translation>
    </message>
    <message>
        <source>No source was found in this text</source>
        <translation>In questo testo non si è trovata nessuna fonte</translation>
    </message>
    <message>
        <source>Paste a link, a BibTeX entry, or references copied as CSL-JSON.</source>
        <translation type="vanished">Incolla un link, una voce BibTeX o riferimenti copiati come CSL-JSON.</translation>
    </message>
    <message>
        <source>This looks like CSL-JSON and is not complete</source>
        <translation>Sembra CSL-JSON e non è completo</translation>
    </message>
    <message>
        <source>Copy the whole of it, from the first bracket to the last.</source>
        <translation>Copialo per intero, dalla prima parentesi all’ultima.</translation>
    </message>
    <message>
        <source>The BibTeX entry is not complete</source>
        <translation>La voce BibTeX non è completa</translation>
    </message>
    <message>
        <source>Copy the whole of it, from the @ to the last brace.</source>
        <translation>Copiala per intero, dalla @ all’ultima graffa.</translation>
    </message>
    <message>
        <source>Sources and verdicts belong to a claim, and none is chosen</source>
        <translation>Fonti e verdetti appartengono a un’affermazione, e nessuna è scelta</translation>
    </message>
    <message>
        <source>Click a claim’s card or go to one with Space, then try again.</source>
        <translation>Fai clic sulla scheda di un’affermazione o raggiungine una con Spazio, poi riprova.</translation>
    </message>
    <message>
        <source>Two layers or more are compared</source>
        <translation>Si confrontano due livelli o più</translation>
    </message>
    <message>
        <source>For instance --layers anna,bruno</source>
        <translation>Per esempio --layers anna,bruno</translation>
    </message>
    <message>
        <source>Only what all say alike can be decided without looking</source>
        <translation>Senza guardare si può decidere solo ciò che tutti dicono allo stesso modo</translation>
    </message>
    <message>
        <source>Say --unanimous; the rest is decided in the window (F7).</source>
        <translation>Indica --unanimous; il resto si decide nella finestra (F7).</translation>
    </message>
    <message>
        <source>{file} is the project itself</source>
        <translation>{file} è il progetto stesso</translation>
    </message>
    <message>
        <source>Choose the file that your colleague sent you.</source>
        <translation>Scegli il file che ti ha mandato il collega.</translation>
    </message>
    <message>
        <source>{file} is neither a bundle, nor a project, nor JSON lines of Vaglio</source>
        <translation>{file} non è né un pacchetto, né un progetto, né righe JSON di Vaglio</translation>
    </message>
    <message>
        <source>Articles without annotations come in by an import.</source>
        <translation>Gli articoli senza annotazioni si importano.</translation>
    </message>
    <message>
        <source>Annotations are placed from an article that you have labelled in one that you have not</source>
        <translation>Le annotazioni si riportano da un articolo che hai annotato in uno che non hai annotato</translation>
    </message>
    <message>
        <source>Look at both in the list of articles.</source>
        <translation>Guardali entrambi nell’elenco degli articoli.</translation>
    </message>
    <message>
        <source>Articles are shared out to one person or more, with an overlap of 0 to 1</source>
        <translation>Gli articoli si distribuiscono a una o più persone, con una sovrapposizione da 0 a 1</translation>
    </message>
    <message>
        <source>For instance --to anna,bruno --overlap 0.2</source>
        <translation>Per esempio --to anna,bruno --overlap 0.2</translation>
    </message>
    <message>
        <source>{file} is not a bundle: it has other files in it</source>
        <translation>{file} non è un pacchetto: contiene altri file</translation>
    </message>
    <message>
        <source>Ask for a bundle made with “vaglio bundle”.</source>
        <translation>Chiedi un pacchetto fatto con «vaglio bundle».</translation>
    </message>
    <message>
        <source>{file} unpacks to {size} MB, which no bundle does</source>
        <translation>{file} si espande a {size} MB: nessun pacchetto lo fa</translation>
    </message>
    <message>
        <source>It may be made to fill your memory. Nothing of it was read.</source>
        <translation>Forse è fatto per riempirti la memoria. Non ne è stato letto nulla.</translation>
    </message>
    <message>
        <source>{file} is of the format {version}, and this program reads {known}</source>
        <translation>{file} è nel formato {version}, e questo programma legge {known}</translation>
    </message>
    <message>
        <source>Open it with a newer Vaglio.</source>
        <translation>Aprilo con un Vaglio più recente.</translation>
    </message>
    <message>
        <source>{file} is damaged: {said}</source>
        <translation>{file} è danneggiato: {said}</translation>
    </message>
    <message>
        <source>Nothing of it was merged. Ask your colleague to send it again.</source>
        <translation>Non ne è stato unito nulla. Chiedi al collega di rimandarlo.</translation>
    </message>
    <message>
        <source>You have not submitted your own work on “{title}” yet</source>
        <translation>Non hai ancora consegnato il tuo lavoro su «{title}»</translation>
    </message>
    <message>
        <source>Submit it first: until then colleagues&apos; work on it is not shown.</source>
        <translation>Prima consegnalo: fino ad allora il lavoro dei colleghi non si vede.</translation>
    </message>
    <message>
        <source>The backups in {folder} cannot be read: {said}</source>
        <translation>I backup in {folder} non si possono leggere: {said}</translation>
    </message>
    <message>
        <source>Check that the disk is connected and that you may read the folder.</source>
        <translation>Controlla che il disco sia collegato e che tu possa leggere la cartella.</translation>
    </message>
    <message>
        <source>{name} has a second name on this disk (a hard link)</source>
        <translation>{name} ha un secondo nome su questo disco (un collegamento fisico)</translation>
    </message>
    <message>
        <source>Open it under one of them alone: what is done under both at once can be lost. A copy of it has no such name.</source>
        <translation>Aprilo sempre con uno solo dei due nomi: ciò che si fa con entrambi allo stesso tempo può andare perso. Una sua copia non ha un secondo nome.</translation>
    </message>
    <message>
        <source>The bundle has annotations of an article that is not in it</source>
        <translation>Il pacchetto ha annotazioni di un articolo che non contiene</translation>
    </message>
    <message>
        <source>A change in the bundle is not what was written</source>
        <translation>Una modifica nel pacchetto non è quella che fu scritta</translation>
    </message>
    <message>
        <source>The bundle says otherwise than this project what {who} did at {at}</source>
        <translation>Il pacchetto e questo progetto non concordano su che cosa ha fatto {who} alle {at}</translation>
    </message>
    <message>
        <source>One of the two was altered. Nothing was merged.</source>
        <translation>Uno dei due è stato alterato. Non è stato unito nulla.</translation>
    </message>
    <message>
        <source>The bundle lacks some of the changes that its annotations came of</source>
        <translation>Al pacchetto mancano alcune delle modifiche da cui vengono le sue annotazioni</translation>
    </message>
    <message>
        <source>Ask your colleague to make it again.</source>
        <translation>Chiedi al collega di rifarlo.</translation>
    </message>
    <message>
        <source>The text of “{title}” is not the one that its hash is of</source>
        <translation>Il testo di «{title}» non è quello della sua impronta</translation>
    </message>
    <message>
        <source>{said}</source>
        <translation>{said}</translation>
    </message>
    <message>
        <source>Annotations of {who} on “{title}” are not what the same changes made here</source>
        <translation>Le annotazioni di {who} su «{title}» non sono quelle che le stesse modifiche hanno prodotto qui</translation>
    </message>
    <message>
        <source>The bundle makes one kind of record into another</source>
        <translation>Il pacchetto trasforma un tipo di dato in un altro</translation>
    </message>
    <message>
        <source>The bundle has what no project can hold: {said}</source>
        <translation>Il pacchetto contiene ciò che nessun progetto può tenere: {said}</translation>
    </message>
    <message>
        <source>“{title}”: annotations of {who} are here already in another layer</source>
        <translation>«{title}»: annotazioni di {who} sono già qui in un altro livello</translation>
    </message>
    <message>
        <source>Nothing was merged.</source>
        <translation>Non è stato unito nulla.</translation>
    </message>
    <message>
        <source>A layer of {who} in the bundle holds what is not in it</source>
        <translation>Un livello di {who} nel pacchetto contiene ciò che non gli appartiene</translation>
    </message>
    <message>
        <source>The bundle has a layer that is nobody&apos;s</source>
        <translation>Il pacchetto ha un livello che non è di nessuno</translation>
    </message>
    <message>
        <source>Nothing of it was merged. Ask your colleague to check the project.</source>
        <translation>Non ne è stato unito nulla. Chiedi al collega di controllare il progetto.</translation>
    </message>
    <message>
        <source>There is nothing to split there</source>
        <translation>Lì non c’è nulla da dividere</translation>
    </message>
    <message>
        <source>Put the caret (or begin a selection) where the second claim begins.</source>
        <translation>Metti il cursore (o comincia una selezione) dove comincia la seconda affermazione.</translation>
    </message>
    <message>
        <source>No claim of yours is around this one</source>
        <translation>Nessuna tua affermazione contiene questa</translation>
    </message>
    <message>
        <source>A part lies inside the compound claim; choose any other in its fields.</source>
        <translation>Una parte sta dentro l’affermazione composta; un’altra la scegli nei campi.</translation>
    </message>
    <message>
        <source>Nobody says this claim yet, so nobody can report it</source>
        <translation>Nessuno sostiene ancora questa affermazione, quindi nessuno può riferirla</translation>
    </message>
    <message>
        <source>Select who says it and press S first.</source>
        <translation>Prima seleziona chi la dice e premi S.</translation>
    </message>
    <message>
        <source>This needs a claim, and none is chosen</source>
        <translation>Serve un’affermazione, e nessuna è scelta</translation>
    </message>
    <message>
        <source>“{written}” identifies nothing</source>
        <translation>«{written}» non identifica nulla</translation>
    </message>
    <message>
        <source>Write a Wikidata number such as Q220, or a whole address.</source>
        <translation>Scrivi un numero di Wikidata come Q220, o un indirizzo intero.</translation>
    </message>
    <message>
        <source>{count} names are too many for a project’s list</source>
        <translation>{count} nomi sono troppi per l’elenco di un progetto</translation>
    </message>
    <message>
        <source>Keep at most {most}: those that your articles are about.</source>
        <translation>Tienine al massimo {most}: quelli di cui parlano i tuoi articoli.</translation>
    </message>
    <message>
        <source>{file} is too large for a list of names</source>
        <translation>{file} è troppo grande per un elenco di nomi</translation>
    </message>
    <message>
        <source>Keep the names that your articles are about.</source>
        <translation>Tieni i nomi di cui parlano i tuoi articoli.</translation>
    </message>
    <message>
        <source>{file} cannot be read: {said}</source>
        <translation>{file} non si può leggere: {said}</translation>
    </message>
    <message>
        <source>{file} has no line with a name and an id</source>
        <translation>{file} non ha nessuna riga con un nome e un identificativo</translation>
    </message>
    <message>
        <source>Save it as CSV with two columns: the name, and its Wikidata number or address.</source>
        <translation>Salvalo come CSV con due colonne: il nome, e il suo numero di Wikidata o indirizzo.</translation>
    </message>
    <message>
        <source>There is no suggester or spaCy pipeline called {name} here</source>
        <translation>Qui non c&apos;è nessun suggeritore né pipeline di spaCy di nome {name}</translation>
    </message>
    <message>
        <source>No article is open</source>
        <translation>Non è aperto nessun articolo</translation>
    </message>
    <message>
        <source>Choose one in the list first.</source>
        <translation>Prima scegline uno nell’elenco.</translation>
    </message>
    <message>
        <source>This cannot be taken back by itself: “{later}” builds on it</source>
        <translation>Questa non si può annullare da sola: «{later}» si basa su di essa</translation>
    </message>
    <message>
        <source>Take that back first.</source>
        <translation>Annulla prima quella.</translation>
    </message>
    <message>
        <source>There are two ratings called “{name}”</source>
        <translation>Ci sono due giudizi chiamati «{name}»</translation>
    </message>
    <message>
        <source>An article needs a text</source>
        <translation>Un articolo ha bisogno di un testo</translation>
    </message>
    <message>
        <source>Leave the article out, if it is not wanted.</source>
        <translation>Escludi l’articolo, se non serve.</translation>
    </message>
    <message>
        <source>No file is kept of a source of this claim</source>
        <translation>Di nessuna fonte di questa affermazione è conservato un file</translation>
    </message>
    <message>
        <source>Choose a claim with evidence, and drop the saved page or PDF on it.</source>
        <translation>Scegli un’affermazione con prove e trascinaci sopra la pagina salvata o il PDF.</translation>
    </message>
    <message>
        <source>An example is an entity or a claim that was decided on</source>
        <translation>Un esempio è un’entità o un’affermazione su cui è stato deciso</translation>
    </message>
    <message>
        <source>Take one first, then keep it</source>
        <translation>Prima prendine una, poi conservala</translation>
    </message>
    <message>
        <source>There is no claim to join this one with</source>
        <translation>Non c’è un’affermazione a cui unire questa</translation>
    </message>
    <message>
        <source>Select words of the other one, or go to the first of two.</source>
        <translation>Seleziona parole dell’altra, o vai alla prima delle due.</translation>
    </message>
    <message>
        <source>Nobody is selected who could report it</source>
        <translation>Non è selezionato nessuno che possa riferirla</translation>
    </message>
    <message>
        <source>Select who cites the source (“the Post”), then press Shift+S.</source>
        <translation>Seleziona chi cita la fonte («il Post»), poi premi Shift+S.</translation>
    </message>
    <message>
        <source>Only an entity stands for something, and none is chosen</source>
        <translation>Solo un’entità indica qualcosa, e nessuna è scelta</translation>
    </message>
    <message>
        <source>Click a name that is labelled, or go to one with Space.</source>
        <translation>Fai clic su un nome con un’etichetta, o vacci con Spazio.</translation>
    </message>
    <message>
        <source>“{id}” leads to no page</source>
        <translation>«{id}» non porta a nessuna pagina</translation>
    </message>
    <message>
        <source>It only tells what is meant.</source>
        <translation>Dice solo che cosa si intende.</translation>
    </message>
</context>
<context>
    <name>EvidenceCard</name>
    <message>
        <source>Carried over from another claim: its stance is for you to say</source>
        <translation>Ripresa da un&apos;altra affermazione: la posizione la decidi tu</translation>
    </message>
    <message>
        <source>Read the kept file</source>
        <translation>Leggi il file conservato</translation>
    </message>
    <message>
        <source>Open the page in the browser…</source>
        <translation>Apri la pagina nel browser…</translation>
    </message>
    <message>
        <source>Show the source in the library</source>
        <translation>Mostra la fonte tra le fonti del progetto</translation>
    </message>
    <message>
        <source>Take this evidence away</source>
        <translation>Togli questa prova</translation>
    </message>
    <message>
        <source>Question and answer, group, note</source>
        <translation>Domanda e risposta, gruppo, nota</translation>
    </message>
    <message>
        <source>Question, group, note</source>
        <translation>Domanda, gruppo, nota</translation>
    </message>
    <message>
        <source>The words of the source, copied exactly</source>
        <translation>Le parole della fonte, copiate alla lettera</translation>
    </message>
    <message>
        <source>Quotation</source>
        <translation>Citazione</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Punto</translation>
    </message>
    <message>
        <source>Where it stands in the source: page, paragraph, table, minute</source>
        <translation>Dove si trova nella fonte: pagina, paragrafo, tabella, minuto</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Domanda</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Risposta</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppo</translation>
    </message>
    <message>
        <source>Pieces of one group prove something only together</source>
        <translation>Le prove di un gruppo dimostrano qualcosa solo insieme</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>✓ These words stand in the kept file: {place}</source>
        <translation>✓ Queste parole sono nel file conservato: {place}</translation>
    </message>
    <message>
        <source>These words stand in another place: {place}</source>
        <translation>Queste parole sono in un altro punto: {place}</translation>
    </message>
    <message>
        <source>These words do not stand in the kept file</source>
        <translation>Queste parole non sono nel file conservato</translation>
    </message>
    <message>
        <source>The kept file is a picture: compare it yourself</source>
        <translation>Il file conservato è un’immagine: confrontalo a occhio</translation>
    </message>
    <message>
        <source>The kept file is not with the project</source>
        <translation>Il file conservato non è con il progetto</translation>
    </message>
    <message>
        <source>The kept file was altered since it was kept</source>
        <translation>Il file è stato alterato da quando è conservato</translation>
    </message>
</context>
<context>
    <name>EvidencePanel</name>
    <message>
        <source>Evidence</source>
        <translation>Prove</translation>
    </message>
    <message>
        <source>No claim is chosen</source>
        <translation>Nessuna affermazione è scelta</translation>
    </message>
    <message>
        <source>Click a claim’s card, or select words and press {claim}. Then {link} links a source that supports or refutes it, and {verdict} gives the verdict.</source>
        <translation>Fai clic sulla scheda di un’affermazione, o seleziona delle parole e premi {claim}. Poi {link} collega una fonte che la sostiene o la smentisce, e {verdict} dà il verdetto.</translation>
    </message>
    <message>
        <source>Link a source…</source>
        <translation>Collega una fonte…</translation>
    </message>
    <message>
        <source>Nothing is linked yet. Find a source by its name, paste its link, or drag it from the sources onto the claim.</source>
        <translation>Non è ancora collegato nulla. Cerca una fonte per nome, incolla il suo link, o trascinala dalle fonti sull’affermazione.</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Verdetto</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Esporta</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Export something else</source>
        <translation>Esporta altro</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Formato</translation>
    </message>
    <message>
        <source>Mine ({name})</source>
        <translation>Il mio ({name})</translation>
    </message>
    <message>
        <source>The machine&apos;s suggestions</source>
        <translation>I suggerimenti della macchina</translation>
    </message>
    <message>
        <source>Gold: what was agreed on</source>
        <translation>Gold: ciò su cui c’è accordo</translation>
    </message>
    <message>
        <source>All of them, one record each</source>
        <translation>Tutti, una riga ciascuno</translation>
    </message>
    <message>
        <source>Another analyst&apos;s…</source>
        <translation>Di un altro analista…</translation>
    </message>
    <message>
        <source>The analyst&apos;s name</source>
        <translation>Nome dell’analista</translation>
    </message>
    <message>
        <source>Whose &amp;work</source>
        <translation>&amp;Lavoro di</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Stato</translation>
    </message>
    <message>
        <source>submitted</source>
        <translation>consegnato</translation>
    </message>
    <message>
        <source>in work</source>
        <translation>in lavorazione</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>non iniziato</translation>
    </message>
    <message>
        <source>changes requested</source>
        <translation>correzioni richieste</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>approvato</translation>
    </message>
    <message numerus="yes">
        <source>Those in the list now (%n)</source>
        <translation>
            <numerusform>Quello ora in elenco (%n)</numerusform>
            <numerusform>Quelli ora in elenco (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All articles (%n)</source>
        <translation>
            <numerusform>Tutti gli articoli (%n)</numerusform>
            <numerusform>Tutti gli articoli (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>The open article</source>
        <translation>L’articolo aperto</translation>
    </message>
    <message>
        <source>Those with the status</source>
        <translation>Quelli con lo stato</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Articoli</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>Destinazione</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Cambia…</translation>
    </message>
    <message>
        <source>To</source>
        <translation>In</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Avanzamento</translation>
    </message>
    <message>
        <source>Write it all the same</source>
        <translation>Scrivi lo stesso</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Esporta in</translation>
    </message>
    <message>
        <source>Cancelled; nothing was written.</source>
        <translation>Interrotto: non è stato scritto nulla.</translation>
    </message>
    <message>
        <source>The export failed.</source>
        <translation>L’esportazione non è riuscita.</translation>
    </message>
    <message>
        <source>Nothing was written. This must be published, and is missing:</source>
        <translation>Non è stato scritto nulla. Questo va pubblicato, e manca:</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Apri la cartella</translation>
    </message>
</context>
<context>
    <name>ExportOutcome</name>
    <message>
        <source>Exported</source>
        <translation>Esportato</translation>
    </message>
    <message>
        <source>What the format could not carry</source>
        <translation>Che cosa il formato non ha potuto contenere</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n articolo</numerusform>
            <numerusform>%n articoli</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n riga</numerusform>
            <numerusform>%n righe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>%n annotazione</numerusform>
            <numerusform>%n annotazioni</numerusform>
        </translation>
    </message>
    <message>
        <source>Written: {what}.</source>
        <translation>Scritto: {what}.</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) have no such work yet.</source>
        <translation>
            <numerusform>%n articolo non ha ancora un lavoro così.</numerusform>
            <numerusform>%n articoli non hanno ancora un lavoro così.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was left out.</source>
        <translation>Nulla è rimasto fuori.</translation>
    </message>
    <message numerus="yes">
        <source>The format could not carry %n thing(s):</source>
        <translation>
            <numerusform>Il formato non ha potuto contenere %n elemento:</numerusform>
            <numerusform>Il formato non ha potuto contenere %n elementi:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FeedbackList</name>
    <message numerus="yes">
        <source>Adopt all %n</source>
        <translation>
            <numerusform>Adotta %n</numerusform>
            <numerusform>Adotta tutte e %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Not taken: {words}</source>
        <translation>Non preso: {words}</translation>
    </message>
    <message>
        <source>Missed: {words}</source>
        <translation>Mancava: {words}</translation>
    </message>
    <message>
        <source>Taken as it is: {words}</source>
        <translation>Preso così com’è: {words}</translation>
    </message>
    <message>
        <source>{mine} became {gold}</source>
        <translation>{mine} è diventato {gold}</translation>
    </message>
    <message>
        <source>Adopt</source>
        <translation>Adotta</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostra</translation>
    </message>
    <message>
        <source>Answer…</source>
        <translation>Rispondi…</translation>
    </message>
    <message>
        <source>Answer to the reviewer</source>
        <translation>Risposta al revisore</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>subtype</source>
        <translation>sottotipo</translation>
    </message>
    <message>
        <source>normal form</source>
        <translation>forma normale</translation>
    </message>
    <message>
        <source>link</source>
        <translation>collegamento</translation>
    </message>
    <message>
        <source>name of the source</source>
        <translation>nome della fonte</translation>
    </message>
    <message>
        <source>source left out</source>
        <translation>fonte sottintesa</translation>
    </message>
    <message>
        <source>date of the claim</source>
        <translation>data dell’affermazione</translation>
    </message>
    <message>
        <source>quotation</source>
        <translation>citazione</translation>
    </message>
    <message>
        <source>rating</source>
        <translation>giudizio</translation>
    </message>
</context>
<context>
    <name>FieldsPanel</name>
    <message>
        <source>Nothing is chosen</source>
        <translation>Nulla è scelto</translation>
    </message>
    <message>
        <source>Click an annotation in the article, or press {next} for the next suggestion. To make a new one, select words and press a label’s key, or {claim} for a claim.</source>
        <translation>Fai clic su un’annotazione nell’articolo, o premi {next} per il suggerimento successivo. Per crearne una, seleziona delle parole e premi il tasto di un’etichetta, o {claim} per un’affermazione.</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Campi</translation>
    </message>
    <message>
        <source>Who says it</source>
        <translation>Chi lo dice</translation>
    </message>
    <message>
        <source>The article itself says it</source>
        <translation>Lo dice l’articolo stesso</translation>
    </message>
    <message>
        <source>Nobody is named who says this claim ({key})</source>
        <translation>Non è indicato chi dice questa affermazione ({key})</translation>
    </message>
    <message>
        <source>The article itself: nobody is named. If somebody says it, select who and press {source}, then the words that attribute it and press {cue}.</source>
        <translation>L’articolo stesso: non è nominato nessuno. Se qualcuno lo dice, seleziona chi e premi {source}, poi le parole che lo attribuiscono e premi {cue}.</translation>
    </message>
</context>
<context>
    <name>FileRow</name>
    <message>
        <source>Destination</source>
        <translation>Destinazione</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Cambia…</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>C&amp;erca in:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>&amp;Tipo di file:</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this article</source>
        <translation>Cerca in questo articolo</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>Risultato precedente</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Risultato successivo</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} di {count}</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Non trovato</translation>
    </message>
</context>
<context>
    <name>FindField</name>
    <message>
        <source>Find in the guideline</source>
        <translation>Cerca nella guida</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>The file cannot be read to its end</source>
        <translation>Il file non si legge fino in fondo</translation>
    </message>
    <message>
        <source>Pages of the file are damaged</source>
        <translation>Alcune pagine del file sono danneggiate</translation>
    </message>
    <message>
        <source>A record names another one that is not there</source>
        <translation>Un elemento ne nomina un altro che non c’è</translation>
    </message>
    <message>
        <source>A record names a claim that is not there</source>
        <translation>Un elemento nomina un’affermazione che non c’è</translation>
    </message>
    <message>
        <source>A change in the history is not what was written</source>
        <translation>Una modifica nella cronologia non è quella che è stata scritta</translation>
    </message>
    <message>
        <source>Changes in the history are not in their order</source>
        <translation>Le modifiche nella cronologia non sono in ordine</translation>
    </message>
    <message>
        <source>A change is missing from the history</source>
        <translation>Nella cronologia manca una modifica</translation>
    </message>
    <message>
        <source>A record is not what the history says</source>
        <translation>Un elemento non è come dice la cronologia</translation>
    </message>
    <message>
        <source>A record is not in the history</source>
        <translation>Un elemento non è nella cronologia</translation>
    </message>
    <message>
        <source>Something is not what was imported</source>
        <translation>Qualcosa non è come è stato importato</translation>
    </message>
    <message>
        <source>The text of an article is not what was imported</source>
        <translation>Il testo di un articolo non è quello importato</translation>
    </message>
    <message>
        <source>The text of an article is not in canonical form</source>
        <translation>Il testo di un articolo non è in forma canonica</translation>
    </message>
    <message>
        <source>The length of a text is wrong</source>
        <translation>La lunghezza di un testo è sbagliata</translation>
    </message>
    <message>
        <source>A record cannot be read</source>
        <translation>Un elemento non si può leggere</translation>
    </message>
    <message>
        <source>A layer has a role that does not fit its owner</source>
        <translation>Un livello ha un ruolo che non è del suo proprietario</translation>
    </message>
    <message>
        <source>An annotation lies outside of its text</source>
        <translation>Un’annotazione sta fuori dal suo testo</translation>
    </message>
    <message>
        <source>The counts in the list of articles are wrong</source>
        <translation>I conteggi nell’elenco degli articoli sono sbagliati</translation>
    </message>
    <message>
        <source>Somebody changed a layer of somebody else</source>
        <translation>Qualcuno ha modificato il livello di un altro</translation>
    </message>
    <message>
        <source>A file kept as a source is gone</source>
        <translation>Un file conservato come fonte non c’è più</translation>
    </message>
    <message>
        <source>A file kept as a source is not what was kept</source>
        <translation>Un file conservato come fonte non è più lo stesso</translation>
    </message>
    <message>
        <source>The full-text index is not up to date</source>
        <translation>L’indice per la ricerca non è aggiornato</translation>
    </message>
</context>
<context>
    <name>FoldersDialog</name>
    <message>
        <source>Watched folders</source>
        <translation>Cartelle sorvegliate</translation>
    </message>
    <message>
        <source>New articles in these folders and feed files come into the project by themselves while it is open. A text that has changed comes as a new version, with your annotations where their words are found again. Nothing is fetched from the network, and nothing is ever removed.</source>
        <translation>I nuovi articoli in queste cartelle e file di feed entrano da soli nel progetto finché è aperto. Un testo cambiato entra come nuova versione, con le tue annotazioni dove le loro parole si ritrovano. Nulla si prende dalla rete, e nulla si toglie mai.</translation>
    </message>
    <message>
        <source>Watched folders and files</source>
        <translation>Cartelle e file sorvegliati</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Togli</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>Add a &amp;folder…</source>
        <translation>Aggiungi una &amp;cartella…</translation>
    </message>
    <message>
        <source>Add a f&amp;ile…</source>
        <translation>Aggiungi un &amp;file…</translation>
    </message>
    <message>
        <source>cannot be reached now</source>
        <translation>ora non si raggiunge</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n file</numerusform>
        </translation>
    </message>
    <message>
        <source>not looked at yet</source>
        <translation>non ancora guardata</translation>
    </message>
    <message>
        <source>No folder is watched. Add one to begin.</source>
        <translation>Nessuna cartella è sorvegliata. Aggiungine una per cominciare.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) still being written</source>
        <translation>
            <numerusform>%n file in corso di scrittura</numerusform>
            <numerusform>%n file in corso di scrittura</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Passed over, because it leads out of the folder or is no file: %n thing(s)</source>
        <translation>
            <numerusform>Ignorato, perché porta fuori dalla cartella o non è un file: %n elemento</numerusform>
            <numerusform>Ignorati, perché portano fuori dalla cartella o non sono file: %n elementi</numerusform>
        </translation>
    </message>
    <message>
        <source>What is to be watched</source>
        <translation>Che cosa sorvegliare</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>Everything, to be read by Vaglio again or by your own scripts.</source>
        <translation>Tutto, da rileggere con Vaglio o con i tuoi programmi.</translation>
    </message>
    <message>
        <source>To train a spaCy model. It needs spaCy to be read.</source>
        <translation>Per addestrare un modello di spaCy. Per leggerlo serve spaCy.</translation>
    </message>
    <message>
        <source>An article to read: highlights, who says what, evidence and verdicts.</source>
        <translation>Un articolo da leggere: evidenziature, chi dice che cosa, prove e verdetti.</translation>
    </message>
    <message>
        <source>The same, to print or to send.</source>
        <translation>Lo stesso, da stampare o da inviare.</translation>
    </message>
    <message>
        <source>A row for each claim, for a spreadsheet.</source>
        <translation>Una riga per ogni affermazione, per un foglio di calcolo.</translation>
    </message>
    <message>
        <source>Verdicts as search engines read them. The article needs an address.</source>
        <translation type="vanished">I verdetti come li leggono i motori di ricerca. L’articolo deve avere un indirizzo.</translation>
    </message>
    <message>
        <source>Claims with a verdict, to train and measure fact-checkers.</source>
        <translation>Affermazioni con un verdetto, per addestrare e misurare chi verifica.</translation>
    </message>
    <message>
        <source>Claims with a verdict and the evidence that decides it.</source>
        <translation>Affermazioni con un verdetto e le prove che lo decidono.</translation>
    </message>
    <message>
        <source>Sentences, and whether they are worth checking.</source>
        <translation>Frasi, e se vale la pena verificarle.</translation>
    </message>
    <message>
        <source>A row for each name, with its article and its id.</source>
        <translation>Una riga per ogni nome, con il suo articolo e il suo identificativo.</translation>
    </message>
    <message>
        <source>Rich text</source>
        <translation>Testo formattato (RTF)</translation>
    </message>
    <message>
        <source>Table with an article in each row</source>
        <translation>Tabella con un articolo per riga</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Testo semplice</translation>
    </message>
    <message>
        <source>Web archive (WARC)</source>
        <translation>Archivio web (WARC)</translation>
    </message>
    <message>
        <source>WebAnno TSV of INCEpTION (a file for each article, in a zip)</source>
        <translation>WebAnno TSV di INCEpTION (un file per articolo, in uno zip)</translation>
    </message>
    <message>
        <source>A file for each article in a zip, for a project in INCEpTION or WebAnno.</source>
        <translation>Un file per articolo in uno zip, per un progetto in INCEpTION o WebAnno.</translation>
    </message>
    <message>
        <source>Every marked span, for other programs on the web.</source>
        <translation>Ogni tratto segnato, per altri programmi sul web.</translation>
    </message>
    <message>
        <source>Vaglio JSON lines (everything)</source>
        <translation>JSON lines di Vaglio (tutto)</translation>
    </message>
    <message>
        <source>Texts and labelled spans (JSON lines)</source>
        <translation>Testi e tratti etichettati (JSON lines)</translation>
    </message>
    <message>
        <source>doccano JSON lines</source>
        <translation>JSON lines di doccano</translation>
    </message>
    <message>
        <source>Archive of files</source>
        <translation>Archivio di file</translation>
    </message>
    <message>
        <source>brat standoff (text and annotations)</source>
        <translation>brat standoff (testo e annotazioni)</translation>
    </message>
    <message>
        <source>Two files for each article in a zip: unpack it where brat keeps its data.</source>
        <translation>Due file per articolo in uno zip: scompattalo dove brat tiene i dati.</translation>
    </message>
    <message>
        <source>UIMA CAS of INCEpTION (JSON)</source>
        <translation>UIMA CAS di INCEpTION (JSON)</translation>
    </message>
    <message>
        <source>A file for each article in a zip, for INCEpTION and dkpro-cassis.</source>
        <translation>Un file per articolo in uno zip, per INCEpTION e dkpro-cassis.</translation>
    </message>
    <message>
        <source>UIMA CAS of INCEpTION (XMI)</source>
        <translation>UIMA CAS di INCEpTION (XMI)</translation>
    </message>
    <message>
        <source>A file for each article with its types in a zip, for INCEpTION and UIMA.</source>
        <translation>Un file per articolo con i suoi tipi in uno zip, per INCEpTION e UIMA.</translation>
    </message>
    <message>
        <source>CoNLL-2003 (a word a line, IOB2)</source>
        <translation>CoNLL-2003 (una parola per riga, IOB2)</translation>
    </message>
    <message>
        <source>A word a line with its label, as programs that learn names read it.</source>
        <translation>Una parola per riga con la sua etichetta, come la leggono i programmi che imparano i nomi.</translation>
    </message>
    <message>
        <source>CoNLL-U (words, with spans in MISC)</source>
        <translation>CoNLL-U (parole, con i tratti in MISC)</translation>
    </message>
    <message>
        <source>A word a line; claims and who says them stand in its last column.</source>
        <translation>Una parola per riga; affermazioni e fonti stanno nell’ultima colonna.</translation>
    </message>
    <message>
        <source>spaCy training data</source>
        <translation>Dati di addestramento per spaCy</translation>
    </message>
    <message>
        <source>Text, labels and relations, for a project in doccano.</source>
        <translation>Testo, etichette e relazioni, per un progetto in doccano.</translation>
    </message>
    <message>
        <source>Word document</source>
        <translation>Documento Word</translation>
    </message>
    <message>
        <source>Web archive with its pages (WACZ)</source>
        <translation>Archivio web con l’elenco delle pagine (WACZ)</translation>
    </message>
    <message>
        <source>Verdicts as fact-check databases read them. Each needs the address where it is published.</source>
        <translation>I verdetti come li leggono gli archivi dei fact-checking. A ciascuno serve l’indirizzo a cui è pubblicato.</translation>
    </message>
    <message>
        <source>Entities for a spreadsheet (CSV)</source>
        <translation>Entità per un foglio di calcolo (CSV)</translation>
    </message>
    <message>
        <source>Electronic book (EPUB)</source>
        <translation>Libro elettronico (EPUB)</translation>
    </message>
    <message>
        <source>Feed (RSS, Atom)</source>
        <translation>Feed (RSS, Atom)</translation>
    </message>
    <message>
        <source>Text and labelled spans, one line each, for scripts and for training.</source>
        <translation>Testi e tratti etichettati, uno per riga, per script e addestramento.</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Pagina web</translation>
    </message>
    <message>
        <source>labelbuddy documents</source>
        <translation>Documenti di labelbuddy</translation>
    </message>
    <message>
        <source>Documents with their annotations, to be imported in labelbuddy.</source>
        <translation>Documenti con le loro annotazioni, da importare in labelbuddy.</translation>
    </message>
    <message>
        <source>Label Studio JSON</source>
        <translation>JSON di Label Studio</translation>
    </message>
    <message>
        <source>Tasks with everybody&apos;s annotations, to be imported in Label Studio.</source>
        <translation>Compiti con le annotazioni di tutti, da importare in Label Studio.</translation>
    </message>
    <message>
        <source>Mail and newsletters</source>
        <translation>Posta e newsletter</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Web page in one file (MHTML)</source>
        <translation>Pagina web in un file (MHTML)</translation>
    </message>
    <message>
        <source>OpenDocument text</source>
        <translation>Testo OpenDocument</translation>
    </message>
    <message>
        <source>Table of all spans (Parquet)</source>
        <translation>Tabella di tutti i tratti (Parquet)</translation>
    </message>
    <message>
        <source>A row for each span, for pandas, DuckDB and the like. It needs pyarrow.</source>
        <translation>Una riga per ogni tratto, per pandas, DuckDB e simili. Richiede pyarrow.</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Prodigy JSON lines</source>
        <translation>JSON lines di Prodigy</translation>
    </message>
    <message>
        <source>Examples as prodigy db-in takes them, with relations.</source>
        <translation>Esempi come li prende prodigy db-in, con le relazioni.</translation>
    </message>
    <message>
        <source>REFI-QDA project (QualCoder, MAXQDA, NVivo, ATLAS.ti)</source>
        <translation>Progetto REFI-QDA (QualCoder, MAXQDA, NVivo, ATLAS.ti)</translation>
    </message>
    <message>
        <source>Texts and coded passages, for programs of qualitative research.</source>
        <translation>Testi e passi codificati, per i programmi di ricerca qualitativa.</translation>
    </message>
    <message>
        <source>Report to read (web page)</source>
        <translation>Rapporto da leggere (pagina web)</translation>
    </message>
    <message>
        <source>Report to print (PDF)</source>
        <translation>Rapporto da stampare (PDF)</translation>
    </message>
    <message>
        <source>Vaglio</source>
        <translation>Vaglio</translation>
    </message>
    <message>
        <source>To read and to publish</source>
        <translation>Da leggere e da pubblicare</translation>
    </message>
    <message>
        <source>Other tools</source>
        <translation>Altri strumenti</translation>
    </message>
    <message>
        <source>To train models</source>
        <translation>Per addestrare modelli</translation>
    </message>
    <message>
        <source>Research on fact-checking</source>
        <translation>Ricerca sulla verifica dei fatti</translation>
    </message>
    <message>
        <source>Claims for a spreadsheet (CSV)</source>
        <translation>Affermazioni per un foglio di calcolo (CSV)</translation>
    </message>
    <message>
        <source>schema.org ClaimReview (JSON-LD)</source>
        <translation>ClaimReview di schema.org (JSON-LD)</translation>
    </message>
    <message>
        <source>AVeriTeC claims, questions and verdicts (JSON)</source>
        <translation>Affermazioni, domande e verdetti AVeriTeC (JSON)</translation>
    </message>
    <message>
        <source>FEVER claims and evidence (JSON lines)</source>
        <translation>Affermazioni e prove FEVER (JSON lines)</translation>
    </message>
    <message>
        <source>CheckThat! sentences worth checking (TSV)</source>
        <translation>Frasi da verificare CheckThat! (TSV)</translation>
    </message>
    <message>
        <source>W3C Web Annotation (JSON-LD)</source>
        <translation>Web Annotation del W3C (JSON-LD)</translation>
    </message>
</context>
<context>
    <name>Guideline</name>
    <message>
        <source>Guideline</source>
        <translation>Guida</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Non trovato</translation>
    </message>
</context>
<context>
    <name>GuidelinePage</name>
    <message>
        <source>Labelling guideline</source>
        <translation>Guida all’etichettatura</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Inspector</source>
        <translation>Dettagli</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Precedente</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>Consegna</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Riapri</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n parola</numerusform>
            <numerusform>%n parole</numerusform>
        </translation>
    </message>
    <message>
        <source>changes requested</source>
        <translation>correzioni richieste</translation>
    </message>
    <message>
        <source>submitted</source>
        <translation>consegnato</translation>
    </message>
    <message>
        <source>a newer version is here (Alt+V)</source>
        <translation>c’è una versione più recente (Alt+V)</translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s) not placed</source>
        <translation>
            <numerusform>%n annotazione senza posto</numerusform>
            <numerusform>%n annotazioni senza posto</numerusform>
        </translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Approva</translation>
    </message>
    <message>
        <source>Ask for changes</source>
        <translation>Chiedi modifiche</translation>
    </message>
</context>
<context>
    <name>Heading</name>
    <message>
        <source>Accept</source>
        <translation>Accetta</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Rifiuta</translation>
    </message>
    <message>
        <source>suggested</source>
        <translation>suggerita</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>tua</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Affermazione</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Togli</translation>
    </message>
    <message>
        <source>Suggested by {reason}</source>
        <translation>Suggerita da: {reason}</translation>
    </message>
    <message>
        <source>confidence {share}</source>
        <translation>fiducia {share}</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message numerus="yes">
        <source>Accepted %n suggestion(s)</source>
        <translation>
            <numerusform>Accettato %n suggerimento</numerusform>
            <numerusform>Accettati %n suggerimenti</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rejected %n suggestion(s)</source>
        <translation>
            <numerusform>Rifiutato %n suggerimento</numerusform>
            <numerusform>Rifiutati %n suggerimenti</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Labelled %n place(s) {label}</source>
        <translation>
            <numerusform>%n punto etichettato {label}</numerusform>
            <numerusform>%n punti etichettati {label}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Relabelled %n place(s) {label}</source>
        <translation>
            <numerusform>%n punto ora è {label}</numerusform>
            <numerusform>%n punti ora sono {label}</numerusform>
        </translation>
    </message>
    <message>
        <source>Marked a claim</source>
        <translation>Segnata un’affermazione</translation>
    </message>
    <message>
        <source>Changed {fields}</source>
        <translation>Modificato: {fields}</translation>
    </message>
    <message>
        <source>Moved an edge</source>
        <translation>Spostato un bordo</translation>
    </message>
    <message>
        <source>Added words to a claim</source>
        <translation>Aggiunte parole a un’affermazione</translation>
    </message>
    <message>
        <source>Said who asserts a claim</source>
        <translation>Detto chi sostiene un’affermazione</translation>
    </message>
    <message numerus="yes">
        <source>Removed %n annotation(s)</source>
        <translation>
            <numerusform>Tolta %n annotazione</numerusform>
            <numerusform>Tolte %n annotazioni</numerusform>
        </translation>
    </message>
    <message>
        <source>Submitted the article</source>
        <translation>Consegnato l’articolo</translation>
    </message>
    <message>
        <source>Opened the article again</source>
        <translation>Riaperto l’articolo</translation>
    </message>
    <message>
        <source>Went back to an earlier point</source>
        <translation>Tornato a un punto precedente</translation>
    </message>
    <message>
        <source>Received from elsewhere</source>
        <translation>Ricevuto da altrove</translation>
    </message>
    <message>
        <source>Decided between two versions</source>
        <translation>Deciso tra due versioni</translation>
    </message>
    <message>
        <source>fields</source>
        <translation>campi</translation>
    </message>
    <message>
        <source>Linked a source</source>
        <translation>Collegata una fonte</translation>
    </message>
    <message>
        <source>Changed evidence</source>
        <translation>Modificata una prova</translation>
    </message>
    <message>
        <source>Took evidence away</source>
        <translation>Tolta una prova</translation>
    </message>
    <message>
        <source>Carried evidence over</source>
        <translation>Riportate prove</translation>
    </message>
    <message>
        <source>Gave a verdict</source>
        <translation>Dato un verdetto</translation>
    </message>
    <message>
        <source>Said where a verdict is published</source>
        <translation>Indicato dove è pubblicato un verdetto</translation>
    </message>
    <message>
        <source>Took a verdict back</source>
        <translation>Ritirato un verdetto</translation>
    </message>
    <message>
        <source>Suggestions arrived</source>
        <translation>Arrivati i suggerimenti</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importato</translation>
    </message>
    <message>
        <source>you</source>
        <translation>tu</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>undone</source>
        <translation>annullato</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>What was done to this article</source>
        <translation>Che cosa è stato fatto in questo articolo</translation>
    </message>
    <message>
        <source>Back to here</source>
        <translation>Torna a qui</translation>
    </message>
    <message>
        <source>Choose a point to bring your work back to how it was then.</source>
        <translation>Scegli un punto per riportare il tuo lavoro a com’era allora.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostra tutto</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Cronologia</translation>
    </message>
    <message>
        <source>Only of “{words}”</source>
        <translation>Solo di «{words}»</translation>
    </message>
</context>
<context>
    <name>IdEditor</name>
    <message>
        <source>Open the page in the browser…</source>
        <translation>Apri la pagina nel browser…</translation>
    </message>
</context>
<context>
    <name>ImportCommands</name>
    <message>
        <source>Where shall the new project be?</source>
        <translation>Dove deve stare il nuovo progetto?</translation>
    </message>
    <message>
        <source>Import articles</source>
        <translation>Importa articoli</translation>
    </message>
    <message>
        <source>Articles ({suffixes})</source>
        <translation>Articoli ({suffixes})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tutti i file (*)</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>Importa una cartella</translation>
    </message>
    <message>
        <source>Open the first</source>
        <translation>Apri il primo</translation>
    </message>
    <message>
        <source>Import a list of names</source>
        <translation>Importa un elenco di nomi</translation>
    </message>
    <message>
        <source>Lists (*.csv *.tsv *.txt)</source>
        <translation>Elenchi (*.csv *.tsv *.txt)</translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) of {file} are offered from now on</source>
        <translation>
            <numerusform>%n nome di {file} viene proposto da ora in poi</numerusform>
            <numerusform>%n nomi di {file} vengono proposti da ora in poi</numerusform>
        </translation>
    </message>
    <message>
        <source>left out, for want of a name or an id: line {lines}</source>
        <translation>lasciate fuori, perché manca il nome o l’identificativo: riga {lines}</translation>
    </message>
    <message>
        <source>pasted</source>
        <translation>incollato</translation>
    </message>
    <message>
        <source>What was pasted has several lines; a search has one.</source>
        <translation>Il testo incollato ha più righe: una ricerca ne ha una sola.</translation>
    </message>
    <message>
        <source>Import it as an article</source>
        <translation>Importalo come articolo</translation>
    </message>
    <message>
        <source>{who} deleted this article for good on {day}</source>
        <translation>{who} ha eliminato questo articolo per sempre il {day}</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>Motivo: {reason}</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Riportalo</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) imported</source>
        <translation>
            <numerusform>%n articolo importato</numerusform>
            <numerusform>%n articoli importati</numerusform>
        </translation>
    </message>
    <message>
        <source>This article was here already.</source>
        <translation>Questo articolo c’era già.</translation>
    </message>
    <message>
        <source>Finding out which language the text is in…</source>
        <translation>Riconosco la lingua del testo…</translation>
    </message>
</context>
<context>
    <name>ImportProgress</name>
    <message>
        <source>Import</source>
        <translation>Importa</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Importazione in corso…</translation>
    </message>
    <message>
        <source>What was not imported, and why</source>
        <translation>Che cosa non è stato importato, e perché</translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>Copia l’elenco</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Interruzione in corso…</translation>
    </message>
    <message numerus="yes">
        <source>%n new article(s)</source>
        <translation type="vanished">
            <numerusform>%n articolo nuovo</numerusform>
            <numerusform>%n articoli nuovi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known already</source>
        <translation>
            <numerusform>%n già noto</numerusform>
            <numerusform>%n già noti</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>%n annotazione</numerusform>
            <numerusform>%n annotazioni</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) passed over</source>
        <translation>
            <numerusform>%n file tralasciato</numerusform>
            <numerusform>%n file tralasciati</numerusform>
        </translation>
    </message>
    <message>
        <source>Imported: {what}.</source>
        <translation type="vanished">Importato: {what}.</translation>
    </message>
    <message>
        <source>Left as it was: {what}</source>
        <translation>Lasciato com’era: {what}</translation>
    </message>
    <message>
        <source>Left out: “{title}”, which {who} deleted for good</source>
        <translation>Lasciato fuori: «{title}», che {who} ha eliminato per sempre</translation>
    </message>
    <message>
        <source>Not taken in: {what}: {why} ({where})</source>
        <translation>Non accolto: {what}: {why} ({where})</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Interrotto</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) imported</source>
        <translation>
            <numerusform>%n articolo importato</numerusform>
            <numerusform>%n articoli importati</numerusform>
        </translation>
    </message>
    <message>
        <source>Files that were finished before are in; nothing is half in.</source>
        <translation>I file finiti prima ci sono; nulla è entrato a metà.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) could not be imported:</source>
        <translation>
            <numerusform>%n elemento non è stato importato:</numerusform>
            <numerusform>%n elementi non sono stati importati:</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}: passed over, nothing that can be imported</source>
        <translation>{name}: tralasciato, non è di un tipo che si importa</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importato</translation>
    </message>
    <message>
        <source>Nothing was imported</source>
        <translation>Non è stato importato nulla</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiato</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Inspector</source>
        <translation>Dettagli</translation>
    </message>
    <message>
        <source>More pages</source>
        <translation>Altre pagine</translation>
    </message>
</context>
<context>
    <name>Introduction</name>
    <message>
        <source>Understood</source>
        <translation>Ho capito</translation>
    </message>
    <message>
        <source>Dashed is what the machine suggests, solid is what you have decided.</source>
        <translation>Tratteggiato è ciò che la macchina suggerisce, continuo è ciò che hai deciso tu.</translation>
    </message>
    <message>
        <source>{accept} accepts the suggestion that you are at, {reject} rejects it; both go on.</source>
        <translation>{accept} accetta il suggerimento a cui sei, {reject} lo rifiuta; tutti e due passano al seguente.</translation>
    </message>
    <message>
        <source>What it missed: select the words, then press the key of a label. {help}: all keys.</source>
        <translation>Se le è sfuggito qualcosa: seleziona le parole e premi il tasto di un’etichetta. {help}: tutti i tasti.</translation>
    </message>
</context>
<context>
    <name>JobDialog</name>
    <message>
        <source>Progress</source>
        <translation>Avanzamento</translation>
    </message>
    <message>
        <source>Cancelled; nothing was written.</source>
        <translation>Annullato; non è stato scritto nulla.</translation>
    </message>
    <message>
        <source>It failed, and gave no reason.</source>
        <translation>Non è riuscito, senza dire perché.</translation>
    </message>
</context>
<context>
    <name>JudgingCommands</name>
    <message>
        <source>The doubtful suggestions come first from now on.</source>
        <translation>Da ora vengono prima i suggerimenti dubbi.</translation>
    </message>
    <message>
        <source>Suggestions come in the order of the text from now on.</source>
        <translation>Da ora i suggerimenti vengono nell’ordine del testo.</translation>
    </message>
    <message>
        <source>Names and claims are shown.</source>
        <translation>Si vedono nomi e affermazioni.</translation>
    </message>
    <message>
        <source>Names alone are shown; keys take nothing that is hidden.</source>
        <translation>Si vedono solo i nomi; i tasti non prendono nulla di nascosto.</translation>
    </message>
    <message>
        <source>Claims alone are shown; keys take nothing that is hidden.</source>
        <translation>Si vedono solo le affermazioni; i tasti non prendono nulla di nascosto.</translation>
    </message>
    <message numerus="yes">
        <source>%n name(s)</source>
        <translation>
            <numerusform>%n nome</numerusform>
            <numerusform>%n nomi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n claim(s)</source>
        <translation>
            <numerusform>%n affermazione</numerusform>
            <numerusform>%n affermazioni</numerusform>
        </translation>
    </message>
    <message>
        <source>names alone</source>
        <translation>solo i nomi</translation>
    </message>
    <message>
        <source>claims alone</source>
        <translation>solo le affermazioni</translation>
    </message>
    <message>
        <source>accepted {taken} · {key} takes it back</source>
        <translation>accettati {taken} · {key} annulla</translation>
    </message>
    <message>
        <source>Every suggestion of this article is judged. Ctrl+Enter submits it.</source>
        <translation>Tutti i suggerimenti di questo articolo sono giudicati. Ctrl+Invio lo consegna.</translation>
    </message>
    <message>
        <source>All that is shown is judged. Hidden are {rest}: {key} shows them.</source>
        <translation>Tutto ciò che si vede è giudicato. Sono nascosti {rest}: {key} li mostra.</translation>
    </message>
</context>
<context>
    <name>KeepDialog</name>
    <message>
        <source>Keep as a source</source>
        <translation>Conserva come fonte</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Leggo il file…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>{file} is kept, but its words cannot be read: {why}</source>
        <translation>{file} è conservato, ma le sue parole non si possono leggere: {why}</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Conservato</translation>
    </message>
    <message>
        <source>Nothing was kept</source>
        <translation>Non è stato conservato nulla</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
</context>
<context>
    <name>KeyCatcher</name>
    <message>
        <source>press Enter in the list, then a key</source>
        <translation>premi Invio nell’elenco, poi un tasto</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Nuovo tasto</translation>
    </message>
    <message>
        <source>press a key</source>
        <translation>premi un tasto</translation>
    </message>
</context>
<context>
    <name>KeyEditor</name>
    <message>
        <source>Change keys</source>
        <translation>Cambia i tasti</translation>
    </message>
    <message>
        <source>Find an action</source>
        <translation>Cerca un’azione</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Nessun tasto</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Ripristina</translation>
    </message>
    <message>
        <source>New key:</source>
        <translation>Nuovo tasto:</translation>
    </message>
    <message>
        <source>Choose an action, press Enter, then press the key you want for it.</source>
        <translation>Scegli un’azione, premi Invio, poi il tasto che vuoi darle.</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Ripristina tutto</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Azione</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Tasto</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Le azioni e i loro tasti</translation>
    </message>
    <message>
        <source>{key} moves the caret or the focus, always.</source>
        <translation>{key} sposta sempre il cursore.</translation>
    </message>
    <message>
        <source>{key} belongs to “{action}”. Give that another key first.</source>
        <translation>{key} è di «{action}». Dalle prima un altro tasto.</translation>
    </message>
    <message>
        <source>{key} belongs to the label {label}. Edit labels to free it.</source>
        <translation>{key} è dell’etichetta {label}. Modifica le etichette per liberarlo.</translation>
    </message>
    <message>
        <source>{key} is kept for labels. Choose another letter, or add Ctrl or Alt.</source>
        <translation>{key} è riservato alle etichette. Scegli un’altra lettera, o aggiungi Ctrl o Alt.</translation>
    </message>
    <message>
        <source>{key} alone would be lost for typing: add Ctrl or Alt.</source>
        <translation>{key} da solo servirebbe per scrivere: aggiungi Ctrl o Alt.</translation>
    </message>
    <message>
        <source>“{action}” is now {key}.</source>
        <translation>«{action}» ora è {key}.</translation>
    </message>
    <message>
        <source>“{action}” has no key now.</source>
        <translation>«{action}» ora non ha tasto.</translation>
    </message>
    <message>
        <source>Every action has the key it came with.</source>
        <translation>Ogni azione ha di nuovo il suo tasto.</translation>
    </message>
</context>
<context>
    <name>KeyOfferLine</name>
    <message>
        <source>Leave it as it is</source>
        <translation>Lascia com’è</translation>
    </message>
    <message>
        <source>{label}, number {rank} of your labels ({uses} times), has no key; {loser} ({fewer} times) has {key}.</source>
        <translation>{label}, la n. {rank} delle tue etichette ({uses} volte), non ha un tasto; {loser} ({fewer} volte) ha il {key}.</translation>
    </message>
    <message>
        <source>Give {key} to {label}</source>
        <translation>Dai il {key} a {label}</translation>
    </message>
</context>
<context>
    <name>LabelBar</name>
    <message>
        <source>Labels and their keys</source>
        <translation>Le etichette e i loro tasti</translation>
    </message>
    <message>
        <source>names alone</source>
        <translation>solo i nomi</translation>
    </message>
    <message>
        <source>claims alone</source>
        <translation>solo le affermazioni</translation>
    </message>
    <message>
        <source>{key} accept</source>
        <translation>{key} accetta</translation>
    </message>
    <message>
        <source>{key} reject</source>
        <translation>{key} rifiuta</translation>
    </message>
    <message>
        <source>dashed = suggested</source>
        <translation>tratteggio = suggerito</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Affermazione</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fonte</translation>
    </message>
    <message>
        <source>Cue</source>
        <translation>Indizio</translation>
    </message>
    <message>
        <source>For example: {words}</source>
        <translation>Per esempio: {words}</translation>
    </message>
    <message>
        <source>A takes A   B takes B   X neither</source>
        <translation>A prende A   B prende B   X nessuno</translation>
    </message>
</context>
<context>
    <name>LabelCard</name>
    <message>
        <source>Claim: {kind}</source>
        <translation>Affermazione: {kind}</translation>
    </message>
</context>
<context>
    <name>LabelForm</name>
    <message>
        <source>Code</source>
        <translation>Codice</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Tasto</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>Ritira</translation>
    </message>
    <message>
        <source>Other colour…</source>
        <translation>Altro colore…</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Colore</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definizione</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Esempio</translation>
    </message>
    <message>
        <source>In the example, put what would be labelled in [brackets].</source>
        <translation>Nell’esempio, metti tra [parentesi quadre] ciò che si etichetterebbe.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nessuno</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Riprendi</translation>
    </message>
    <message>
        <source>contrast {ratio} : 1</source>
        <translation>contrasto {ratio} : 1</translation>
    </message>
</context>
<context>
    <name>LabelPicker</name>
    <message>
        <source>Labels</source>
        <translation>Etichette</translation>
    </message>
    <message>
        <source>Which label?</source>
        <translation>Quale etichetta?</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>Italian</source>
        <translation>Italiano</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Inglese</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Francese</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Spagnolo</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Tedesco</translation>
    </message>
</context>
<context>
    <name>LearnDialog</name>
    <message>
        <source>Learn from my corrections</source>
        <translation>Impara dalle mie correzioni</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>Impara</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Ferma</translation>
    </message>
    <message>
        <source>Use from now on</source>
        <translation>Usa d&apos;ora in poi</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versioni</translation>
    </message>
    <message>
        <source>Versions, the one in use first</source>
        <translation>Versioni, per prima quella in uso</translation>
    </message>
    <message>
        <source>Go back to this one</source>
        <translation>Torna a questa</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>As it ships</source>
        <translation>Come è fornito</translation>
    </message>
    <message>
        <source>As learnt</source>
        <translation>Come ha imparato</translation>
    </message>
    <message>
        <source>What is gained</source>
        <translation>Che cosa si guadagna</translation>
    </message>
    <message>
        <source>From the articles whose suggestions you have judged, Vaglio learns which suggestions were right, how much claims are worth checking, and names it did not know. It tries that on articles it did not learn from, and shows you the gain before anything changes.</source>
        <translation>Dagli articoli di cui hai giudicato i suggerimenti Vaglio impara quali suggerimenti erano giusti, quanto vale la pena verificare le affermazioni, e nomi che non conosceva. Lo prova su articoli da cui non ha imparato, e ti mostra il guadagno prima di cambiare qualcosa.</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) judged to the end.</source>
        <translation>
            <numerusform>%n articolo giudicato fino in fondo.</numerusform>
            <numerusform>%n articoli giudicati fino in fondo.</numerusform>
        </translation>
    </message>
    <message>
        <source>Judge all suggestions of at least {least} articles, or submit them.</source>
        <translation>Giudica tutti i suggerimenti di almeno {least} articoli, o consegnali.</translation>
    </message>
    <message>
        <source>Learning…</source>
        <translation>Sta imparando…</translation>
    </message>
    <message>
        <source>It could not be done.</source>
        <translation>Non è stato possibile.</translation>
    </message>
    <message>
        <source>Entities right (F1)</source>
        <translation>Entità giuste (F1)</translation>
    </message>
    <message>
        <source>Claims right (F1)</source>
        <translation>Affermazioni giuste (F1)</translation>
    </message>
    <message>
        <source>Check-worthiness right</source>
        <translation>Priorità di verifica giusta</translation>
    </message>
    <message>
        <source>To set right, an article</source>
        <translation>Da correggere, per articolo</translation>
    </message>
    <message numerus="yes">
        <source>Learnt from %n article(s), measured on those that were not learnt from.</source>
        <translation>
            <numerusform>Imparato da %n articolo, misurato su quelli da cui non ha imparato.</numerusform>
            <numerusform>Imparato da %n articoli, misurato su quelli da cui non ha imparato.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to gain yet: suggestions stay as they are.</source>
        <translation>Non c&apos;è ancora nulla da guadagnare: i suggerimenti restano come sono.</translation>
    </message>
    <message>
        <source>known names</source>
        <translation>nomi noti</translation>
    </message>
    <message>
        <source>which entities are right</source>
        <translation>quali entità sono giuste</translation>
    </message>
    <message>
        <source>which claims are right</source>
        <translation>quali affermazioni sono giuste</translation>
    </message>
    <message>
        <source>check-worthiness</source>
        <translation>priorità di verifica</translation>
    </message>
    <message>
        <source>Used: {parts}.</source>
        <translation>Usati: {parts}.</translation>
    </message>
    <message>
        <source>Left out, as it gains nothing: {parts}.</source>
        <translation>Lasciati fuori perché non fanno guadagnare nulla: {parts}.</translation>
    </message>
    <message>
        <source>In use from now on, for every article you open.</source>
        <translation>In uso d&apos;ora in poi, per ogni articolo che apri.</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in uso</translation>
    </message>
    <message>
        <source>back to as it ships</source>
        <translation>ritorno a come è fornito</translation>
    </message>
    <message>
        <source>back to {number}</source>
        <translation>ritorno alla {number}</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n articolo</numerusform>
            <numerusform>%n articoli</numerusform>
        </translation>
    </message>
    <message>
        <source>In use again, for every article you open.</source>
        <translation>Di nuovo in uso, per ogni articolo che apri.</translation>
    </message>
</context>
<context>
    <name>LinkPicker</name>
    <message>
        <source>Open {id} in the browser…</source>
        <translation>Apri {id} nel browser…</translation>
    </message>
    <message>
        <source>Take {id} away</source>
        <translation>Togli {id}</translation>
    </message>
    <message>
        <source>Type a Wikidata number such as Q220, or paste an address.</source>
        <translation>Scrivi un numero di Wikidata come Q220, o incolla un indirizzo.</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Collegamento</translation>
    </message>
    <message>
        <source>What is “{words}”? A Wikidata number or an address</source>
        <translation>Che cos’è «{words}»? Un numero di Wikidata o un indirizzo</translation>
    </message>
    <message>
        <source>in the project’s list</source>
        <translation>nell’elenco del progetto</translation>
    </message>
    <message>
        <source>so before in this project</source>
        <translation>così prima in questo progetto</translation>
    </message>
    <message>
        <source>Link to {id}</source>
        <translation>Collega a {id}</translation>
    </message>
</context>
<context>
    <name>Losses</name>
    <message>
        <source>details of an entity</source>
        <translation>dettagli di un’entità</translation>
    </message>
    <message>
        <source>details of a claim</source>
        <translation>dettagli di un’affermazione</translation>
    </message>
    <message>
        <source>which parts of a claim belong together</source>
        <translation>quali parti di un’affermazione stanno insieme</translation>
    </message>
    <message>
        <source>an attribution</source>
        <translation>un’attribuzione</translation>
    </message>
    <message>
        <source>a source</source>
        <translation>una fonte</translation>
    </message>
    <message>
        <source>a piece of evidence</source>
        <translation>una prova</translation>
    </message>
    <message>
        <source>a verdict</source>
        <translation>un verdetto</translation>
    </message>
    <message>
        <source>a judgement</source>
        <translation>un giudizio</translation>
    </message>
    <message>
        <source>The format holds start, end and label of spans.</source>
        <translation>Il formato contiene inizio, fine ed etichetta dei tratti.</translation>
    </message>
    <message>
        <source>The format has no interrupted spans: each part is a span of its own.</source>
        <translation>Il formato non ha tratti interrotti: ogni parte è un tratto a sé.</translation>
    </message>
    <message>
        <source>the kind of a claim</source>
        <translation>il tipo di un’affermazione</translation>
    </message>
    <message>
        <source>the stance of a piece of evidence</source>
        <translation>la posizione di una prova</translation>
    </message>
    <message>
        <source>the quote of a piece of evidence</source>
        <translation>la citazione di una prova</translation>
    </message>
    <message>
        <source>a claim</source>
        <translation>un’affermazione</translation>
    </message>
    <message>
        <source>an entity</source>
        <translation>un’entità</translation>
    </message>
    <message>
        <source>a verdict of conflicting evidence</source>
        <translation>un verdetto di prove contrastanti</translation>
    </message>
    <message>
        <source>AVeriTeC has no such kind of claim: it is written as Event/Property Claim.</source>
        <translation>AVeriTeC non ha questo tipo di affermazione: è scritta come Event/Property Claim.</translation>
    </message>
    <message>
        <source>an equivalence</source>
        <translation>un’equivalenza</translation>
    </message>
    <message>
        <source>a note</source>
        <translation>una nota</translation>
    </message>
    <message>
        <source>It is said of the whole article: it is kept with the article.</source>
        <translation>Riguarda l’intero articolo: è conservato con l’articolo.</translation>
    </message>
    <message>
        <source>a task</source>
        <translation>un compito</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>un’immagine</translation>
    </message>
    <message>
        <source>They stand in columns that are kept with the article, and are not read as marks.</source>
        <translation>Stanno in colonne che sono conservate con l’articolo e non sono lette come annotazioni.</translation>
    </message>
    <message>
        <source>It answers no question, and AVeriTeC holds answers: the question is empty there.</source>
        <translation>Non risponde a nessuna domanda, e AVeriTeC contiene risposte: lì la domanda resta vuota.</translation>
    </message>
    <message>
        <source>AVeriTeC does not say what a source makes of the claim.</source>
        <translation>AVeriTeC non dice che cosa fa la fonte dell’affermazione.</translation>
    </message>
    <message>
        <source>AVeriTeC has one text for an answer: the quote is left out.</source>
        <translation>AVeriTeC ha un solo testo per risposta: la citazione resta fuori.</translation>
    </message>
    <message>
        <source>the question of a piece of evidence</source>
        <translation>la domanda di una prova</translation>
    </message>
    <message>
        <source>CheckThat! holds sentences, and whether they are worth checking.</source>
        <translation>CheckThat! contiene frasi, e se vale la pena verificarle.</translation>
    </message>
    <message>
        <source>It is not worth checking.</source>
        <translation>Non vale la pena verificarla.</translation>
    </message>
    <message>
        <source>the address of the published fact-check</source>
        <translation>l’indirizzo della verifica pubblicata</translation>
    </message>
    <message>
        <source>Write under the verdict where it is published.</source>
        <translation>Scrivi sotto il verdetto dove è pubblicato.</translation>
    </message>
    <message>
        <source>Write the newsroom’s name in the project settings.</source>
        <translation>Scrivi il nome della redazione nelle impostazioni del progetto.</translation>
    </message>
    <message>
        <source>It is not on the site of the publisher, and Google takes no review from elsewhere.</source>
        <translation>Non è sul sito dell’editore, e Google non accetta verifiche da altri siti.</translation>
    </message>
    <message>
        <source>the publisher of the fact-check</source>
        <translation>l’editore della verifica</translation>
    </message>
    <message>
        <source>the publisher’s address</source>
        <translation>l’indirizzo dell’editore</translation>
    </message>
    <message>
        <source>It is not in the project settings.</source>
        <translation>Non è nelle impostazioni del progetto.</translation>
    </message>
    <message>
        <source>the date of a verdict</source>
        <translation>la data di un verdetto</translation>
    </message>
    <message>
        <source>It is not known when it was given.</source>
        <translation>Non si sa quando è stato dato.</translation>
    </message>
    <message>
        <source>the date of a claim</source>
        <translation>la data di un’affermazione</translation>
    </message>
    <message>
        <source>It is not known when it was made.</source>
        <translation>Non si sa quando è stata fatta.</translation>
    </message>
    <message>
        <source>the author of a claim</source>
        <translation>l’autore di un’affermazione</translation>
    </message>
    <message>
        <source>It is not known who says it.</source>
        <translation>Non si sa chi lo dice.</translation>
    </message>
    <message>
        <source>the appearance of a claim</source>
        <translation>dove compare un’affermazione</translation>
    </message>
    <message>
        <source>The article has no address.</source>
        <translation>L’articolo non ha un indirizzo.</translation>
    </message>
    <message>
        <source>A review names its sources, and not what each of them says of the claim.</source>
        <translation>Una recensione nomina le fonti, e non che cosa ciascuna dice dell’affermazione.</translation>
    </message>
    <message>
        <source>A claim has one author: who says it.</source>
        <translation>Un’affermazione ha un solo autore: chi la dice.</translation>
    </message>
    <message>
        <source>The article has no address, and a review needs one.</source>
        <translation type="vanished">L’articolo non ha un indirizzo, e una recensione ne ha bisogno.</translation>
    </message>
    <message>
        <source>It has no verdict, and the format holds verdicts.</source>
        <translation>Non ha un verdetto, e il formato contiene verdetti.</translation>
    </message>
    <message>
        <source>It was superseded, and the format holds one a claim.</source>
        <translation>È stato superato, e il formato ne contiene uno per affermazione.</translation>
    </message>
    <message>
        <source>It was superseded, and the table holds one a claim.</source>
        <translation>È stato superato, e la tabella ne contiene uno per affermazione.</translation>
    </message>
    <message>
        <source>The table counts it, and holds a row for each claim.</source>
        <translation>La tabella la conta, e ha una riga per ogni affermazione.</translation>
    </message>
    <message>
        <source>The table holds claims.</source>
        <translation>La tabella contiene affermazioni.</translation>
    </message>
    <message>
        <source>FEVER has no conflicting evidence: it is written as NOT ENOUGH INFO.</source>
        <translation>FEVER non ha prove contrastanti: è scritto come NOT ENOUGH INFO.</translation>
    </message>
    <message>
        <source>FEVER holds the source and the number of the sentence.</source>
        <translation>FEVER contiene la fonte e il numero della frase.</translation>
    </message>
    <message>
        <source>FEVER holds only evidence that decides for the verdict.</source>
        <translation>FEVER contiene solo le prove che decidono il verdetto.</translation>
    </message>
    <message>
        <source>FEVER does not say who makes a claim.</source>
        <translation>FEVER non dice chi fa un’affermazione.</translation>
    </message>
    <message>
        <source>A report shows what was found, and not how people came to agree on it.</source>
        <translation>Un rapporto mostra che cosa è stato trovato, e non come ci si è messi d’accordo.</translation>
    </message>
    <message>
        <source>A web annotation is about words of the article.</source>
        <translation>Un’annotazione web riguarda parole dell’articolo.</translation>
    </message>
    <message>
        <source>A word has one label in the format: the longer annotation is kept.</source>
        <translation>Nel formato una parola ha una sola etichetta: resta l’annotazione più lunga.</translation>
    </message>
    <message>
        <source>a correction of the text</source>
        <translation>una correzione del testo</translation>
    </message>
    <message>
        <source>There are annotations of the text as it is, or nothing would be left of it.</source>
        <translation>Ci sono annotazioni del testo così com’è, o non ne resterebbe nulla.</translation>
    </message>
    <message>
        <source>It is left out, as was decided for this project.</source>
        <translation>È escluso, come si è deciso per questo progetto.</translation>
    </message>
    <message>
        <source>doccano holds labelled spans of a text, and relations between them.</source>
        <translation>doccano ha tratti etichettati di un testo, e relazioni fra loro.</translation>
    </message>
    <message>
        <source>The table holds a row for each span of an annotation.</source>
        <translation>La tabella ha una riga per ogni tratto di un’annotazione.</translation>
    </message>
    <message>
        <source>It is about grammar, for which Vaglio has no place.</source>
        <translation>Riguarda la grammatica, per la quale Vaglio non ha posto.</translation>
    </message>
    <message>
        <source>a view</source>
        <translation>una vista</translation>
    </message>
    <message>
        <source>An article has one text.</source>
        <translation>Un articolo ha un solo testo.</translation>
    </message>
    <message>
        <source>control characters of a text</source>
        <translation>caratteri di controllo di un testo</translation>
    </message>
    <message>
        <source>XML has no control characters: U+FFFD stands for each of them.</source>
        <translation>XML non ha caratteri di controllo: al posto di ciascuno sta U+FFFD.</translation>
    </message>
    <message>
        <source>An entity here is one stretch of text: each part is one.</source>
        <translation>Qui un’entità è un solo tratto di testo: ogni parte ne diventa una.</translation>
    </message>
    <message>
        <source>Another file in it has the same name, or nearly so: both were read.</source>
        <translation>Un altro file dell&apos;archivio ha lo stesso nome, o quasi: sono stati letti entrambi.</translation>
    </message>
    <message>
        <source>Archives in archives are not opened.</source>
        <translation>Gli archivi dentro archivi non si aprono.</translation>
    </message>
    <message>
        <source>In Vaglio it is said of the attribution as a whole.</source>
        <translation>In Vaglio si dice dell’attribuzione nel suo insieme.</translation>
    </message>
    <message>
        <source>In brat an annotation ends where its line does.</source>
        <translation>In brat un’annotazione finisce dove finisce la riga.</translation>
    </message>
    <message>
        <source>It does not say between what.</source>
        <translation>Non dice tra che cosa.</translation>
    </message>
    <message>
        <source>It has no end.</source>
        <translation>Non ha una fine.</translation>
    </message>
    <message>
        <source>It has no text.</source>
        <translation>Non ha testo.</translation>
    </message>
    <message>
        <source>It has no words, only a link to them.</source>
        <translation>Non ha parole, solo un link.</translation>
    </message>
    <message>
        <source>It has no words.</source>
        <translation>Non ha parole.</translation>
    </message>
    <message>
        <source>It is neither O, nor begins as with B- or I-.</source>
        <translation>Non è O, né comincia per esempio con B- o I-.</translation>
    </message>
    <message>
        <source>It is not in the text.</source>
        <translation>Non è nel testo.</translation>
    </message>
    <message>
        <source>It is not written as relations are.</source>
        <translation>Non è scritta come si scrivono le relazioni.</translation>
    </message>
    <message>
        <source>It is not written as spans are.</source>
        <translation>Non è scritto come si scrivono i tratti.</translation>
    </message>
    <message>
        <source>It is of no kind that can be imported.</source>
        <translation>Non è di un tipo che si possa importare.</translation>
    </message>
    <message>
        <source>It is packed in a way that cannot be unpacked here.</source>
        <translation>È compresso in un modo che qui non si può estrarre.</translation>
    </message>
    <message>
        <source>It is said of the whole article, and not of words in it.</source>
        <translation>È detto di tutto l’articolo, e non di parole al suo interno.</translation>
    </message>
    <message>
        <source>It is written in a font whose letters cannot be told.</source>
        <translation>È scritto con un carattere le cui lettere non si riconoscono.</translation>
    </message>
    <message>
        <source>It was passed over in Prodigy.</source>
        <translation>In Prodigy è stato saltato.</translation>
    </message>
    <message>
        <source>It was skipped in Label Studio.</source>
        <translation>In Label Studio è stato saltato.</translation>
    </message>
    <message>
        <source>Its label is left out, as was decided for this project.</source>
        <translation>La sua etichetta è lasciata fuori, come deciso per questo progetto.</translation>
    </message>
    <message>
        <source>Its type is not one of a text.</source>
        <translation>Il suo tipo non riguarda un testo.</translation>
    </message>
    <message>
        <source>Its value is none that Vaglio knows.</source>
        <translation>Il suo valore non è tra quelli che Vaglio conosce.</translation>
    </message>
    <message>
        <source>Its words are not those of the text there.</source>
        <translation>Le sue parole non sono quelle del testo in quel punto.</translation>
    </message>
    <message>
        <source>Label Studio holds labelled spans and relations of a text.</source>
        <translation>Label Studio contiene tratti etichettati di un testo e relazioni.</translation>
    </message>
    <message>
        <source>Label Studio knows people by their e-mail address: it will be whoever imports the file.</source>
        <translation>Label Studio conosce le persone dal loro indirizzo e-mail: risulterà chi importa il file.</translation>
    </message>
    <message>
        <source>No article was found in it.</source>
        <translation>Dentro non c’è nessun articolo.</translation>
    </message>
    <message>
        <source>Only the words of a mail are read.</source>
        <translation>Di un messaggio si leggono solo le parole.</translation>
    </message>
    <message>
        <source>Prodigy holds labelled spans and relations of a text.</source>
        <translation>Prodigy contiene tratti etichettati di un testo e relazioni.</translation>
    </message>
    <message>
        <source>The file has its number only; export a snapshot with the whole of it.</source>
        <translation>Il file ne riporta solo il numero; esporta uno snapshot completo.</translation>
    </message>
    <message>
        <source>The format holds labelled words, relations between them, and what is said of each.</source>
        <translation>Il formato contiene parole etichettate, relazioni tra esse e ciò che si dice di ciascuna.</translation>
    </message>
    <message>
        <source>who annotated</source>
        <translation>chi ha annotato</translation>
    </message>
    <message>
        <source>The format holds labelled spans and the relations between them.</source>
        <translation>Il formato contiene tratti etichettati e le relazioni tra essi.</translation>
    </message>
    <message>
        <source>The format holds one label for each word, and no more.</source>
        <translation>Il formato contiene un’etichetta per parola, e nient’altro.</translation>
    </message>
    <message>
        <source>The format holds words only.</source>
        <translation>Il formato contiene solo parole.</translation>
    </message>
    <message>
        <source>The format holds words, and there are none in it.</source>
        <translation>Il formato contiene parole, e qui non ce ne sono.</translation>
    </message>
    <message>
        <source>There is no place for it in Vaglio.</source>
        <translation>In Vaglio non c’è posto per questo.</translation>
    </message>
    <message>
        <source>Vaglio has relations between claims and who says them only.</source>
        <translation>Vaglio ha relazioni solo tra le affermazioni e chi le dice.</translation>
    </message>
    <message>
        <source>Vaglio keeps one of each entity.</source>
        <translation>Vaglio ne tiene una per entità.</translation>
    </message>
    <message>
        <source>What it is about is not there, or is no span of the text.</source>
        <translation>Ciò a cui si riferisce non c’è, o non è un tratto del testo.</translation>
    </message>
    <message>
        <source>What it is about is not there.</source>
        <translation>Ciò a cui si riferisce non c’è.</translation>
    </message>
    <message>
        <source>What it leads from or to is not in the file, or does not fit its text.</source>
        <translation>Ciò che collega non è nel file, o non corrisponde al testo.</translation>
    </message>
    <message>
        <source>What it was copied from has another number where it arrives.</source>
        <translation>Ciò da cui è stata copiata ha un altro numero dove arriva.</translation>
    </message>
    <message>
        <source>The table holds entities.</source>
        <translation>La tabella contiene entità.</translation>
    </message>
    <message>
        <source>a file</source>
        <translation>un file</translation>
    </message>
    <message>
        <source>a label</source>
        <translation>un’etichetta</translation>
    </message>
    <message>
        <source>a mail</source>
        <translation>un messaggio</translation>
    </message>
    <message>
        <source>Nothing is marked in it, and a project holds what is marked.</source>
        <translation>Non vi è segnato niente, e un progetto contiene ciò che è segnato.</translation>
    </message>
    <message>
        <source>REFI-QDA holds coded passages, and links between them.</source>
        <translation>REFI-QDA contiene passi codificati, e legami tra loro.</translation>
    </message>
    <message>
        <source>a layer</source>
        <translation>un livello</translation>
    </message>
    <message>
        <source>It has no code.</source>
        <translation>Non ha un codice.</translation>
    </message>
    <message>
        <source>It stands outside the file.</source>
        <translation>Si trova fuori dal file.</translation>
    </message>
    <message>
        <source>a document</source>
        <translation>un documento</translation>
    </message>
    <message>
        <source>a passage</source>
        <translation>un passo</translation>
    </message>
    <message>
        <source>a case</source>
        <translation>un caso</translation>
    </message>
    <message>
        <source>a variable</source>
        <translation>una variabile</translation>
    </message>
    <message>
        <source>a set</source>
        <translation>un insieme</translation>
    </message>
    <message>
        <source>a drawing</source>
        <translation>un disegno</translation>
    </message>
    <message>
        <source>which code a code is under</source>
        <translation>sotto quale codice sta un codice</translation>
    </message>
    <message>
        <source>a code</source>
        <translation>un codice</translation>
    </message>
    <message>
        <source>It holds other codes, and no passage has it.</source>
        <translation>Contiene altri codici, e nessun passo lo ha.</translation>
    </message>
    <message>
        <source>It is a link that leads nowhere.</source>
        <translation>È un collegamento che non porta a niente.</translation>
    </message>
    <message>
        <source>It is a link that leads out of the folder.</source>
        <translation>È un collegamento che porta fuori dalla cartella.</translation>
    </message>
    <message>
        <source>It is a link.</source>
        <translation>È un collegamento.</translation>
    </message>
    <message>
        <source>It is no file: a device, a pipe or a socket.</source>
        <translation>Non è un file: è un dispositivo, una pipe o un socket.</translation>
    </message>
    <message>
        <source>It is retired.</source>
        <translation>È ritirata.</translation>
    </message>
    <message>
        <source>No file can be called so everywhere: it was read under another name.</source>
        <translation>Non tutti i sistemi ammettono questo nome: è stato letto con un altro.</translation>
    </message>
    <message>
        <source>Several files in it have its name.</source>
        <translation>Più file dell&apos;archivio hanno il suo nome.</translation>
    </message>
    <message>
        <source>No column in it has labels that begin as with B- or I-.</source>
        <translation>Nessuna colonna ha etichette che cominciano con B- o I-.</translation>
    </message>
    <message>
        <source>The file does not tell articles apart: it is cut after 5,000 words.</source>
        <translation>Il file non distingue gli articoli: è diviso ogni 5.000 parole.</translation>
    </message>
    <message>
        <source>They are not where this format has them: they are kept with the article.</source>
        <translation>Non sono dove questo formato le ha: restano con l’articolo.</translation>
    </message>
    <message>
        <source>What arrives is a draft.</source>
        <translation>Ciò che arriva è una bozza.</translation>
    </message>
    <message>
        <source>a name</source>
        <translation>un nome</translation>
    </message>
    <message>
        <source>a page</source>
        <translation>una pagina</translation>
    </message>
    <message>
        <source>a prediction</source>
        <translation>una predizione</translation>
    </message>
    <message>
        <source>a relation</source>
        <translation>una relazione</translation>
    </message>
    <message>
        <source>a row</source>
        <translation>una riga</translation>
    </message>
    <message>
        <source>a span</source>
        <translation>un tratto</translation>
    </message>
    <message>
        <source>an annotation</source>
        <translation>un’annotazione</translation>
    </message>
    <message>
        <source>an answer</source>
        <translation>una risposta</translation>
    </message>
    <message>
        <source>an attachment</source>
        <translation>un allegato</translation>
    </message>
    <message>
        <source>an attribute</source>
        <translation>un attributo</translation>
    </message>
    <message>
        <source>an entry</source>
        <translation>una voce</translation>
    </message>
    <message>
        <source>an identifier</source>
        <translation>un identificativo</translation>
    </message>
    <message>
        <source>annotations</source>
        <translation>annotazioni</translation>
    </message>
    <message>
        <source>brat holds labelled spans, relations between them, and what is said of each.</source>
        <translation>brat contiene tratti etichettati, relazioni tra essi e ciò che si dice di ciascuno.</translation>
    </message>
    <message>
        <source>details of an annotation</source>
        <translation>particolari di un’annotazione</translation>
    </message>
    <message>
        <source>details of an attribution</source>
        <translation>particolari di un’attribuzione</translation>
    </message>
    <message>
        <source>labelbuddy holds labelled spans and no relations.</source>
        <translation>labelbuddy contiene tratti etichettati e nessuna relazione.</translation>
    </message>
    <message>
        <source>labels</source>
        <translation>etichette</translation>
    </message>
    <message>
        <source>text of a page</source>
        <translation>testo di una pagina</translation>
    </message>
    <message>
        <source>the status of a layer</source>
        <translation>lo stato di un livello</translation>
    </message>
    <message>
        <source>where an annotation comes from</source>
        <translation>da dove viene un’annotazione</translation>
    </message>
    <message>
        <source>where an article begins</source>
        <translation>dove comincia un articolo</translation>
    </message>
    <message>
        <source>which claim a claim is part of</source>
        <translation>di quale affermazione fa parte un’affermazione</translation>
    </message>
    <message>
        <source>which names are of the same</source>
        <translation>quali nomi indicano la stessa cosa</translation>
    </message>
    <message>
        <source>which parts of an entity belong together</source>
        <translation>quali parti di un’entità vanno insieme</translation>
    </message>
    <message>
        <source>white space around an annotation</source>
        <translation>spazi attorno a un’annotazione</translation>
    </message>
    <message>
        <source>a ruling</source>
        <translation>una decisione di revisione</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>The project file is damaged: {said}</source>
        <translation>Il file del progetto è danneggiato: {said}</translation>
    </message>
    <message>
        <source>Go back to a backup, or let the check repair what can be repaired.</source>
        <translation>Torna a una copia di sicurezza, o lascia che il controllo ripari ciò che si può riparare.</translation>
    </message>
    <message>
        <source>Check…</source>
        <translation>Controlla…</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Label</source>
        <translation>Etichetta</translation>
    </message>
</context>
<context>
    <name>Mouse</name>
    <message>
        <source>Mark, by whole words</source>
        <translation>Seleziona, per parole intere</translation>
    </message>
    <message>
        <source>drag</source>
        <translation>trascina</translation>
    </message>
    <message>
        <source>Mark, by characters</source>
        <translation>Seleziona, per caratteri</translation>
    </message>
    <message>
        <source>Alt + drag</source>
        <translation>Alt + trascina</translation>
    </message>
    <message>
        <source>Choose; again: the one around it</source>
        <translation>Scegli; ancora: quella intorno</translation>
    </message>
    <message>
        <source>click</source>
        <translation>clic</translation>
    </message>
    <message>
        <source>Mark the word</source>
        <translation>Seleziona la parola</translation>
    </message>
    <message>
        <source>double click</source>
        <translation>doppio clic</translation>
    </message>
    <message>
        <source>Move an edge</source>
        <translation>Sposta un bordo</translation>
    </message>
    <message>
        <source>drag its handle</source>
        <translation>trascina la maniglia</translation>
    </message>
    <message>
        <source>What can be done here</source>
        <translation>Che cosa si può fare qui</translation>
    </message>
    <message>
        <source>right click</source>
        <translation>clic destro</translation>
    </message>
    <message>
        <source>Larger or smaller text</source>
        <translation>Testo più grande o più piccolo</translation>
    </message>
    <message>
        <source>Ctrl + wheel</source>
        <translation>Ctrl + rotella</translation>
    </message>
</context>
<context>
    <name>NavigationCommands</name>
    <message>
        <source>This is the first article of the list.</source>
        <translation>È il primo articolo dell’elenco.</translation>
    </message>
    <message>
        <source>This is the last article of the list.</source>
        <translation>È l’ultimo articolo dell’elenco.</translation>
    </message>
</context>
<context>
    <name>NotPlacedDialog</name>
    <message>
        <source>What could not be placed</source>
        <translation>Che cosa non ha trovato posto</translation>
    </message>
    <message>
        <source>The text of “{title}” has changed. These annotations were not found in it again; in the older version they are as they were. Mark here what still holds.</source>
        <translation>Il testo di «{title}» è cambiato. Queste annotazioni non vi si ritrovano; nella versione precedente sono com’erano. Segna qui ciò che vale ancora.</translation>
    </message>
    <message>
        <source>Annotations that were not placed</source>
        <translation>Annotazioni che non hanno trovato posto</translation>
    </message>
    <message>
        <source>To the older version</source>
        <translation>Alla versione precedente</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
</context>
<context>
    <name>Occurrences</name>
    <message>
        <source>All occurrences in the project</source>
        <translation>Tutte le occorrenze nel progetto</translation>
    </message>
    <message>
        <source>Words to find</source>
        <translation>Parole da trovare</translation>
    </message>
    <message>
        <source>Words to find, as they are written</source>
        <translation>Parole da trovare, come sono scritte</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Ferma</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etichetta</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>Spunta tutte</translation>
    </message>
    <message>
        <source>Tick none</source>
        <translation>Togli le spunte</translation>
    </message>
    <message>
        <source>Remove label</source>
        <translation>Togli l’etichetta</translation>
    </message>
    <message numerus="yes">
        <source>Removed the label in %n place(s)</source>
        <translation>
            <numerusform>Etichetta tolta in %n punto</numerusform>
            <numerusform>Etichetta tolta in %n punti</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Labelled %n place(s) {label}</source>
        <translation>
            <numerusform>%n punto etichettato {label}</numerusform>
            <numerusform>%n punti etichettati {label}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) …</source>
        <translation>
            <numerusform>%n punto …</numerusform>
            <numerusform>%n punti …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>searching … %n so far</source>
        <translation>
            <numerusform>ricerca … finora %n</numerusform>
            <numerusform>ricerca … finora %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Type the words to find.</source>
        <translation>Scrivi le parole da trovare.</translation>
    </message>
    <message>
        <source>These words stand nowhere as they are written.</source>
        <translation>Queste parole, scritte così, non ci sono.</translation>
    </message>
    <message>
        <source>{ticked} of {total} ticked</source>
        <translation>{ticked} di {total} con la spunta</translation>
    </message>
    <message numerus="yes">
        <source>in %n article(s)</source>
        <translation>
            <numerusform>in %n articolo</numerusform>
            <numerusform>in %n articoli</numerusform>
        </translation>
    </message>
    <message>
        <source>the first {total}</source>
        <translation>le prime {total}</translation>
    </message>
</context>
<context>
    <name>OpenAddress</name>
    <message>
        <source>Open a page in the browser</source>
        <translation>Aprire una pagina nel browser</translation>
    </message>
    <message>
        <source>This link leads to</source>
        <translation>Questo link porta a</translation>
    </message>
    <message>
        <source>which is shown as {host}</source>
        <translation>che viene mostrato come {host}</translation>
    </message>
    <message>
        <source>Some of its letters only look like Latin ones. Somebody may want it to be taken for another site.</source>
        <translation>Alcune sue lettere sembrano soltanto latine. Forse qualcuno vuole farlo passare per un altro sito.</translation>
    </message>
    <message>
        <source>The connection is not encrypted (http).</source>
        <translation>La connessione non è cifrata (http).</translation>
    </message>
    <message>
        <source>Vaglio itself opens no connection. Your browser will, and the site sees it.</source>
        <translation>Vaglio non apre nessuna connessione. Il browser sì, e il sito lo vede.</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Apri nel browser</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Copia l’indirizzo</translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message>
        <source>All</source>
        <translation>Tutto</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>Affermazioni</translation>
    </message>
    <message>
        <source>Entities</source>
        <translation>Entità</translation>
    </message>
    <message>
        <source>What is listed</source>
        <translation>Che cosa si elenca</translation>
    </message>
    <message>
        <source>Filter by words, label or who says it</source>
        <translation>Filtra per parole, etichetta o chi lo dice</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Sommario</translation>
    </message>
    <message>
        <source>Nothing here is like that.</source>
        <translation>Qui non c’è nulla di simile.</translation>
    </message>
    <message>
        <source>Nothing is marked in this article yet. Select words and press a label’s key, or {claim} for a claim.</source>
        <translation>In questo articolo non è ancora segnato nulla. Seleziona delle parole e premi il tasto di un’etichetta, o {claim} per un’affermazione.</translation>
    </message>
    <message numerus="yes">
        <source>%n claim(s)</source>
        <translation>
            <numerusform>%n affermazione</numerusform>
            <numerusform>%n affermazioni</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entity(ies)</source>
        <translation>
            <numerusform>%n entità</numerusform>
            <numerusform>%n entità</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to judge</source>
        <translation>
            <numerusform>%n da giudicare</numerusform>
            <numerusform>%n da giudicare</numerusform>
        </translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Chi</translation>
    </message>
</context>
<context>
    <name>OutlineList</name>
    <message>
        <source>Annotations of this article</source>
        <translation>Annotazioni di questo articolo</translation>
    </message>
</context>
<context>
    <name>OutlineRow</name>
    <message>
        <source>suggested claim {ref}: {words}</source>
        <translation>affermazione suggerita {ref}: {words}</translation>
    </message>
    <message>
        <source>claim {ref}: {words}</source>
        <translation>affermazione {ref}: {words}</translation>
    </message>
    <message>
        <source>said by {who}</source>
        <translation>detta da {who}</translation>
    </message>
    <message>
        <source>priority {degree} of 3</source>
        <translation>priorità {degree} di 3</translation>
    </message>
    <message>
        <source>suggested entity {words}</source>
        <translation>entità suggerita {words}</translation>
    </message>
    <message>
        <source>entity {words}</source>
        <translation>entità {words}</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n volta</numerusform>
            <numerusform>%n volte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to judge</source>
        <translation>
            <numerusform>%n da giudicare</numerusform>
            <numerusform>%n da giudicare</numerusform>
        </translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>incerta</translation>
    </message>
    <message>
        <source>paragraph {number}</source>
        <translation>paragrafo {number}</translation>
    </message>
    <message numerus="yes">
        <source>says %n claim(s)</source>
        <translation>
            <numerusform>dice %n affermazione</numerusform>
            <numerusform>dice %n affermazioni</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>the article itself</source>
        <translation>l’articolo stesso</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>All actions</source>
        <translation>Tutte le azioni</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Che cosa vuoi fare?</translation>
    </message>
    <message>
        <source>Nothing is called “{words}”.</source>
        <translation>Nulla si chiama «{words}».</translation>
    </message>
    <message>
        <source>article</source>
        <translation>articolo</translation>
    </message>
</context>
<context>
    <name>Pipelines</name>
    <message>
        <source>Other pipelines</source>
        <translation>Altre pipeline</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>An installed spaCy pipeline can find the names instead of Vaglio&apos;s own model; dates, amounts, claims and who says them stay Vaglio&apos;s. Offered is what this Python has: Vaglio installs nothing.</source>
        <translation>Una pipeline spaCy installata può trovare i nomi al posto del modello di Vaglio; date, importi, affermazioni e chi le dice restano a Vaglio. Si offre ciò che questo Python ha: Vaglio non installa nulla.</translation>
    </message>
    <message>
        <source>No spaCy pipeline is installed here.</source>
        <translation>Qui non è installata nessuna pipeline spaCy.</translation>
    </message>
    <message>
        <source>What their labels are here</source>
        <translation>Che cosa sono qui le loro etichette</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>Its label</source>
        <translation>La sua etichetta</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>Other languages</source>
        <translation>Altre lingue</translation>
    </message>
    <message>
        <source>Vaglio&apos;s own</source>
        <translation>Quello di Vaglio</translation>
    </message>
    <message>
        <source>{name}: not installed</source>
        <translation>{name}: non installata</translation>
    </message>
    <message>
        <source>{names} does not say which labels it has; the usual ones are led to ours.</source>
        <translation>{names} non dice quali etichette ha; le più comuni sono ricondotte alle nostre.</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>tralasciata</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>così com&apos;è</translation>
    </message>
    <message>
        <source>{label} of {name}</source>
        <translation>{label} di {name}</translation>
    </message>
</context>
<context>
    <name>PipelinesEditor</name>
    <message>
        <source>Other &amp;pipelines…</source>
        <translation>Altre &amp;pipeline…</translation>
    </message>
    <message>
        <source>Other languages: {name}</source>
        <translation>Altre lingue: {name}</translation>
    </message>
    <message>
        <source>Vaglio&apos;s own model reads all languages.</source>
        <translation>Il modello di Vaglio legge tutte le lingue.</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Preferences</source>
        <translation>Preferenze</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Tu</translation>
    </message>
    <message>
        <source>Your &amp;name</source>
        <translation>Il tuo &amp;nome</translation>
    </message>
    <message>
        <source>All you do is kept in a layer under this name, which nobody else writes in. Another name begins another layer, from the next project you open.</source>
        <translation>Tutto ciò che fai sta in un livello con questo nome, in cui nessun altro scrive. Un altro nome comincia un altro livello, dal prossimo progetto che apri.</translation>
    </message>
    <message>
        <source>The variable VAGLIO_ANALYST says {name}, so that is your name now.</source>
        <translation>La variabile VAGLIO_ANALYST dice {name}: per ora il tuo nome è questo.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Come il sistema</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Lingua</translation>
    </message>
    <message>
        <source>From the next start of Vaglio.</source>
        <translation>Dal prossimo avvio di Vaglio.</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Italiano</source>
        <translation>Italiano</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aspetto</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Chiaro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Scuro</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colori</translation>
    </message>
    <message>
        <source>Size of the &amp;article</source>
        <translation>Grandezza dell’&amp;articolo</translation>
    </message>
    <message>
        <source>&amp;Compact lines: more text, less room for claims</source>
        <translation>Righe &amp;compatte: più testo, meno spazio per le affermazioni</translation>
    </message>
    <message>
        <source>&amp;Suggest entities and claims when an article opens</source>
        <translation>&amp;Suggerisci entità e affermazioni quando si apre un articolo</translation>
    </message>
    <message>
        <source>The machine</source>
        <translation>La macchina</translation>
    </message>
    <message>
        <source>It works on this computer; no text leaves it.</source>
        <translation>Lavora su questo computer; nessun testo ne esce.</translation>
    </message>
    <message>
        <source>&amp;Look at articles before they are imported</source>
        <translation>&amp;Guarda gli articoli prima di importarli</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importa</translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message>
        <source>Import</source>
        <translation>Importa</translation>
    </message>
    <message>
        <source>Looking at the files…</source>
        <translation>Guardo i file…</translation>
    </message>
    <message>
        <source>What cannot be taken in</source>
        <translation>Che cosa non può entrare</translation>
    </message>
    <message>
        <source>&amp;Look before each import</source>
        <translation>&amp;Guarda prima di ogni importazione</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Articoli</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titolo</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Osservazioni</translation>
    </message>
    <message>
        <source>Their words and ours</source>
        <translation>Le loro parole e le nostre</translation>
    </message>
    <message>
        <source>Cannot be taken in</source>
        <translation>Non può entrare</translation>
    </message>
    <message>
        <source>The files could not be looked at</source>
        <translation>Non è stato possibile guardare i file</translation>
    </message>
    <message>
        <source>to be set right</source>
        <translation>da correggere</translation>
    </message>
    <message>
        <source>deleted for good by {who}</source>
        <translation>eliminato per sempre da {who}</translation>
    </message>
    <message>
        <source>here already</source>
        <translation>c’è già</translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>%n annotazione</numerusform>
            <numerusform>%n annotazioni</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>More than %n articles: these are the first; what is set for all is for the others too</source>
        <translation>
            <numerusform>Più di %n articolo: questo è il primo; ciò che vale per tutti vale anche per gli altri</numerusform>
            <numerusform>Più di %n articoli: questi sono i primi; ciò che vale per tutti vale anche per gli altri</numerusform>
        </translation>
    </message>
    <message>
        <source>Which column holds the texts?</source>
        <translation>In quale colonna sono i testi?</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) will come in</source>
        <translation>
            <numerusform>Entrerà %n articolo</numerusform>
            <numerusform>Entreranno %n articoli</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProblemBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>1 of {count}</source>
        <translation>1 di {count}</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>in work</source>
        <translation>in lavorazione</translation>
    </message>
    <message>
        <source>submitted</source>
        <translation>consegnati</translation>
    </message>
    <message>
        <source>changes requested</source>
        <translation>con modifiche richieste</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>approvati</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>accettati</translation>
    </message>
    <message>
        <source>amended</source>
        <translation>corretti</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>respinti</translation>
    </message>
</context>
<context>
    <name>ProgressDialog</name>
    <message>
        <source>Progress</source>
        <translation>Avanzamento</translation>
    </message>
    <message>
        <source>Times come from the history of edits; pauses of more than five minutes do not count. Nothing else is recorded.</source>
        <translation>I tempi vengono dalla cronologia delle modifiche; le pause di oltre cinque minuti non contano. Nient’altro è registrato.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n articolo</numerusform>
            <numerusform>%n articoli</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not begun</source>
        <translation>
            <numerusform>%n non iniziato</numerusform>
            <numerusform>%n non iniziati</numerusform>
        </translation>
    </message>
    <message>
        <source>about {hours} hours left</source>
        <translation>circa {hours} ore rimaste</translation>
    </message>
    <message>
        <source>Nobody has begun yet.</source>
        <translation>Nessuno ha ancora iniziato.</translation>
    </message>
    <message>
        <source>What became of the suggestions</source>
        <translation>Che ne è stato dei suggerimenti</translation>
    </message>
    <message>
        <source>Annotations by label</source>
        <translation>Annotazioni per etichetta</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Incerte</translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>%n annotazione</numerusform>
            <numerusform>%n annotazioni</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unsure</source>
        <translation>
            <numerusform>%n incerta</numerusform>
            <numerusform>%n incerte</numerusform>
        </translation>
    </message>
    <message>
        <source>{minutes} minutes an article (median)</source>
        <translation>{minutes} minuti per articolo (mediana)</translation>
    </message>
</context>
<context>
    <name>ProjectCommands</name>
    <message>
        <source>New project</source>
        <translation>Nuovo progetto</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>articoli</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>Apri progetto</translation>
    </message>
    <message>
        <source>Vaglio projects (*.vaglio)</source>
        <translation>Progetti di Vaglio (*.vaglio)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tutti i file (*)</translation>
    </message>
    <message>
        <source>Import articles</source>
        <translation type="vanished">Importa articoli</translation>
    </message>
    <message>
        <source>Articles ({suffixes})</source>
        <translation type="vanished">Articoli ({suffixes})</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation type="vanished">Importa una cartella</translation>
    </message>
    <message>
        <source>Import a list of names</source>
        <translation type="vanished">Importa un elenco di nomi</translation>
    </message>
    <message>
        <source>Lists (*.csv *.tsv *.txt)</source>
        <translation type="vanished">Elenchi (*.csv *.tsv *.txt)</translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) of {file} are offered from now on</source>
        <translation type="vanished">
            <numerusform>%n nome di {file} viene proposto da ora in poi</numerusform>
            <numerusform>%n nomi di {file} vengono proposti da ora in poi</numerusform>
        </translation>
    </message>
    <message>
        <source>left out, for want of a name or an id: line {lines}</source>
        <translation type="vanished">lasciate fuori, perché manca il nome o l’identificativo: riga {lines}</translation>
    </message>
    <message>
        <source>{who} deleted this article for good on {day}</source>
        <translation type="vanished">{who} ha eliminato questo articolo per sempre il {day}</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation type="vanished">Motivo: {reason}</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation type="vanished">Riportalo</translation>
    </message>
    <message>
        <source>Finding out which language the text is in…</source>
        <translation type="vanished">Riconosco la lingua del testo…</translation>
    </message>
    <message>
        <source>Backed up to {path}</source>
        <translation>Copia di sicurezza in {path}</translation>
    </message>
</context>
<context>
    <name>ProjectSettings</name>
    <message>
        <source>Project settings</source>
        <translation>Impostazioni del progetto</translation>
    </message>
    <message>
        <source>A &amp;verdict needs two independent publishers</source>
        <translation>Un &amp;verdetto richiede due editori indipendenti</translation>
    </message>
    <message>
        <source>la Voce, lavoce.example.it, Radio Voce</source>
        <translation>la Voce, lavoce.example.it, Radio Voce</translation>
    </message>
    <message>
        <source>Media that belong together</source>
        <translation>Testate che vanno insieme</translation>
    </message>
    <message>
        <source>The newsroom’s name</source>
        <translation>Il nome della redazione</translation>
    </message>
    <message>
        <source>that of each article</source>
        <translation>quella di ciascun articolo</translation>
    </message>
    <message>
        <source>&amp;Colleagues’ work stays hidden until one’s own is submitted</source>
        <translation>Il lavoro dei &amp;colleghi resta nascosto finché non si è consegnato il proprio</translation>
    </message>
    <message>
        <source>Work that is not submitted can be &amp;reviewed, too</source>
        <translation>Si può &amp;rivedere anche il lavoro non consegnato</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salva</translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation>Verdetti</translation>
    </message>
    <message>
        <source>Or one primary source and a written reason why it is enough. “Not enough evidence” needs neither. Professional fact-checkers work like this; without the rule every verdict is accepted. The article is never its own evidence.</source>
        <translation>Oppure una sola fonte primaria e il motivo scritto per cui basta. «Prove insufficienti» non richiede né l’una né l’altra cosa. I fact-checker di professione lavorano così; senza la regola è accettato ogni verdetto. L’articolo non è mai prova di sé stesso.</translation>
    </message>
    <message>
        <source>If your newsroom has names of its own (“Mostly true”), say for which verdict each stands. The number, 1 worst to 5 best, is what search engines show.</source>
        <translation>Se la redazione usa nomi propri («Quasi vero»), di’ quale verdetto rappresenta ciascuno. Il numero, da 1 il peggiore a 5 il migliore, è quello che mostrano i motori di ricerca.</translation>
    </message>
    <message>
        <source>Media that belong &amp;together</source>
        <translation>&amp;Testate che vanno insieme</translation>
    </message>
    <message>
        <source>Names and sites that count as one publisher, those of one medium on a line, with commas between them. Vaglio knows some hundred media, agencies and bodies already.</source>
        <translation>Nomi e siti che contano come un solo editore, quelli di una testata su una riga, separati da virgole. Vaglio conosce già alcune centinaia di testate, agenzie ed enti.</translation>
    </message>
    <message>
        <source>Publishing</source>
        <translation>Pubblicazione</translation>
    </message>
    <message>
        <source>&amp;Publisher</source>
        <translation>&amp;Editore</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Indirizzo</translation>
    </message>
    <message>
        <source>&amp;Language of the reviews</source>
        <translation>&amp;Lingua delle verifiche</translation>
    </message>
    <message>
        <source>In it a verdict without a rating of your own is named in ClaimReview.</source>
        <translation>È la lingua in cui ClaimReview nomina un verdetto senza un giudizio della redazione.</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revisione</translation>
    </message>
    <message>
        <source>Spot c&amp;heck</source>
        <translation>Controllo a cam&amp;pione</translation>
    </message>
    <message>
        <source>So much of what all agree on, but at least one annotation, is left for a look when the rest is accepted at once.</source>
        <translation>Tanta parte di ciò su cui tutti concordano, ma almeno un’annotazione, resta da guardare quando il resto si accetta in una volta.</translation>
    </message>
    <message>
        <source>Draw &amp;number</source>
        <translation>&amp;Numero di estrazione</translation>
    </message>
    <message>
        <source>The same number draws the same sample.</source>
        <translation>Lo stesso numero estrae lo stesso campione.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Stands for</source>
        <translation>Rappresenta</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numero</translation>
    </message>
    <message>
        <source>Your ratings</source>
        <translation>I vostri giudizi</translation>
    </message>
    <message>
        <source>Add a rating</source>
        <translation>Aggiungi un giudizio</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Toglilo</translation>
    </message>
    <message>
        <source>as the verdict</source>
        <translation>come il verdetto</translation>
    </message>
</context>
<context>
    <name>ProtectDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Vai avanti</translation>
    </message>
    <message>
        <source>Protect with a passphrase</source>
        <translation>Proteggi con una frase segreta</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Cambia la frase segreta</translation>
    </message>
    <message>
        <source>Remove the passphrase</source>
        <translation>Togli la frase segreta</translation>
    </message>
    <message>
        <source>Protect</source>
        <translation>Proteggi</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambia</translation>
    </message>
    <message>
        <source>Remove the protection</source>
        <translation>Togli la protezione</translation>
    </message>
    <message>
        <source>The passphrase it has now</source>
        <translation>La frase segreta attuale</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Nuova frase segreta</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Ancora una volta</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>Mostra ciò che scrivo</translation>
    </message>
    <message>
        <source>The project, its backups and the files kept with it are written in the clear again: whoever has them can read them.</source>
        <translation>Il progetto, le copie di sicurezza e i file conservati tornano in chiaro: chi li ha li può leggere.</translation>
    </message>
    <message>
        <source>The project, its backups and the files kept with it can then only be read by those who know the passphrase. Four or five words that do not belong together are easy to keep and hard to guess.</source>
        <translation>Il progetto, le copie di sicurezza e i file conservati con esso potrà leggerli solo chi conosce la frase segreta. Quattro o cinque parole senza legame fra loro si ricordano bene e si indovinano male.</translation>
    </message>
    <message>
        <source>Not protected are exports and bundles for colleagues, the files that you imported from, and what is on the screen while the project is open.</source>
        <translation>Non sono protetti le esportazioni e i pacchetti per i colleghi, i file da cui hai importato, e ciò che è sullo schermo mentre il progetto è aperto.</translation>
    </message>
    <message>
        <source>Without the passphrase, and without the recovery words of the next page, nobody can ever open the project again.</source>
        <translation>Senza la frase segreta, e senza le parole di recupero della prossima pagina, nessuno potrà mai più aprire il progetto.</translation>
    </message>
    <message>
        <source>Everything is encrypted anew: the old passphrase and the old recovery words open nothing any more, but copies that you keep elsewhere.</source>
        <translation>Tutto viene cifrato di nuovo: la vecchia frase e le vecchie parole di recupero non aprono più nulla, tranne le copie che tieni altrove.</translation>
    </message>
    <message>
        <source>The two are not the same. Type it twice.</source>
        <translation>Le due non sono uguali. Scrivila due volte.</translation>
    </message>
    <message>
        <source>Write these 24 words on paper, in their order, and keep it where the computer is not. They open the project if the passphrase is forgotten. They are shown this once.</source>
        <translation>Scrivi su carta queste 24 parole, nel loro ordine, e tienila lontano dal computer. Aprono il progetto se la frase segreta è dimenticata. Si mostrano solo questa volta.</translation>
    </message>
    <message>
        <source>From the paper, so that it is sure to be right:</source>
        <translation>Dalla carta, per essere sicuri che sia giusta:</translation>
    </message>
    <message>
        <source>Word {number}</source>
        <translation>Parola {number}</translation>
    </message>
    <message>
        <source>Word {number} is another one. Look at the paper.</source>
        <translation>La parola {number} è un’altra. Guarda la carta.</translation>
    </message>
    <message>
        <source>The project is protected.</source>
        <translation>Il progetto è protetto.</translation>
    </message>
    <message>
        <source>The passphrase was changed.</source>
        <translation>La frase segreta è stata cambiata.</translation>
    </message>
    <message>
        <source>The project can be read without a passphrase.</source>
        <translation>Il progetto si legge senza frase segreta.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
</context>
<context>
    <name>QueueLine</name>
    <message>
        <source>older version</source>
        <translation>versione precedente</translation>
    </message>
    <message>
        <source>open now</source>
        <translation>aperto ora</translation>
    </message>
    <message>
        <source>not opened</source>
        <translation>non aperto</translation>
    </message>
    <message numerus="yes">
        <source>%n claim(s)</source>
        <translation>
            <numerusform>%n affermazione</numerusform>
            <numerusform>%n affermazioni</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>%n etichetta</numerusform>
            <numerusform>%n etichette</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n doubtful</source>
        <translation>
            <numerusform>%n dubbio</numerusform>
            <numerusform>%n dubbi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new name(s)</source>
        <translation>
            <numerusform>%n nome nuovo</numerusform>
            <numerusform>%n nomi nuovi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to judge</source>
        <translation>
            <numerusform>%n da giudicare</numerusform>
            <numerusform>%n da giudicare</numerusform>
        </translation>
    </message>
    <message>
        <source>something unsure</source>
        <translation>qualcosa di incerto</translation>
    </message>
</context>
<context>
    <name>ReadingCommands</name>
    <message>
        <source>Everything is shown again; press the key once more.</source>
        <translation>È di nuovo tutto visibile: premi il tasto un’altra volta.</translation>
    </message>
    <message>
        <source>From here on you and the machine agree.</source>
        <translation>Da qui in poi tu e la macchina concordate.</translation>
    </message>
    <message>
        <source>a claim</source>
        <translation>un’affermazione</translation>
    </message>
    <message>
        <source>The machine says {label}; you rejected it.</source>
        <translation>La macchina dice {label}: tu l’hai rifiutata.</translation>
    </message>
    <message>
        <source>The machine says {label}, you say {mine}.</source>
        <translation>La macchina dice {label}, tu dici {mine}.</translation>
    </message>
    <message>
        <source>The machine ends or begins elsewhere: {label}.</source>
        <translation>La macchina comincia o finisce altrove: {label}.</translation>
    </message>
    <message>
        <source>The machine missed this: {label}.</source>
        <translation>Alla macchina è sfuggita: {label}.</translation>
    </message>
</context>
<context>
    <name>ReadingPane</name>
    <message>
        <source>Kept source</source>
        <translation>Fonte conservata</translation>
    </message>
    <message>
        <source>What the source makes of the current claim</source>
        <translation>Che cosa dice la fonte dell’affermazione corrente</translation>
    </message>
    <message>
        <source>What the source makes of the current claim (1, 2, 3)</source>
        <translation>Che cosa dice la fonte dell’affermazione corrente (1, 2, 3)</translation>
    </message>
    <message>
        <source>Use as quotation</source>
        <translation>Usa come citazione</translation>
    </message>
    <message>
        <source>The words become evidence for the current claim (Q)</source>
        <translation>Le parole diventano prova per l’affermazione corrente (Q)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>Cerca…</translation>
    </message>
    <message>
        <source>This file has no words that can be read. It is kept as it is; type what it says into the evidence.</source>
        <translation>In questo file non ci sono parole leggibili. È conservato com’è; scrivi tu nella prova che cosa dice.</translation>
    </message>
    <message>
        <source>Select the words that bear on the claim.</source>
        <translation>Seleziona le parole che riguardano l’affermazione.</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>rule</source>
        <translation>regola</translation>
    </message>
    <message>
        <source>word list</source>
        <translation>elenco</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nome</translation>
    </message>
    <message>
        <source>cue word</source>
        <translation>indizio</translation>
    </message>
    <message>
        <source>model</source>
        <translation>modello</translation>
    </message>
    <message>
        <source>learnt</source>
        <translation>imparato</translation>
    </message>
    <message>
        <source>accusation</source>
        <translation>accusa</translation>
    </message>
    <message>
        <source>acronym</source>
        <translation>sigla</translation>
    </message>
    <message>
        <source>after a preposition of place</source>
        <translation>dopo una preposizione di luogo</translation>
    </message>
    <message>
        <source>after a title</source>
        <translation>dopo un titolo</translation>
    </message>
    <message>
        <source>after an article</source>
        <translation>dopo un articolo</translation>
    </message>
    <message>
        <source>after the kind of organisation</source>
        <translation>dopo il tipo di organizzazione</translation>
    </message>
    <message>
        <source>after the kind of place</source>
        <translation>dopo il tipo di luogo</translation>
    </message>
    <message>
        <source>anonymous source</source>
        <translation>fonte anonima</translation>
    </message>
    <message>
        <source>armed</source>
        <translation>forze armate</translation>
    </message>
    <message>
        <source>before a verb of saying</source>
        <translation>prima di un verbo di dire</translation>
    </message>
    <message>
        <source>before an age</source>
        <translation>prima di un’età</translation>
    </message>
    <message>
        <source>begins like a place</source>
        <translation>comincia come un luogo</translation>
    </message>
    <message>
        <source>begins like an organisation</source>
        <translation>comincia come un’organizzazione</translation>
    </message>
    <message>
        <source>century</source>
        <translation>secolo</translation>
    </message>
    <message>
        <source>cities</source>
        <translation>città</translation>
    </message>
    <message>
        <source>clause with a verb</source>
        <translation>proposizione con verbo</translation>
    </message>
    <message>
        <source>clock</source>
        <translation>orario</translation>
    </message>
    <message>
        <source>companies</source>
        <translation>aziende</translation>
    </message>
    <message>
        <source>contested</source>
        <translation>contestato</translation>
    </message>
    <message>
        <source>count</source>
        <translation>conteggio</translation>
    </message>
    <message>
        <source>countries</source>
        <translation>paesi</translation>
    </message>
    <message>
        <source>date</source>
        <translation>data</translation>
    </message>
    <message>
        <source>date range</source>
        <translation>intervallo di date</translation>
    </message>
    <message>
        <source>day</source>
        <translation>giorno</translation>
    </message>
    <message>
        <source>decade</source>
        <translation>decennio</translation>
    </message>
    <message>
        <source>duration</source>
        <translation>durata</translation>
    </message>
    <message>
        <source>ends like an organisation</source>
        <translation>finisce come un’organizzazione</translation>
    </message>
    <message>
        <source>figure</source>
        <translation>cifra</translation>
    </message>
    <message>
        <source>first name</source>
        <translation>nome di battesimo</translation>
    </message>
    <message>
        <source>first name or surname</source>
        <translation>nome o cognome</translation>
    </message>
    <message>
        <source>headline</source>
        <translation>titolo</translation>
    </message>
    <message>
        <source>institutions</source>
        <translation>istituzioni</translation>
    </message>
    <message>
        <source>international bodies</source>
        <translation>organismi internazionali</translation>
    </message>
    <message>
        <source>labelled so in judged articles</source>
        <translation>etichettato così in articoli giudicati</translation>
    </message>
    <message>
        <source>law</source>
        <translation>legge</translation>
    </message>
    <message>
        <source>linked as before</source>
        <translation>collegato come prima</translation>
    </message>
    <message>
        <source>measure</source>
        <translation>misura</translation>
    </message>
    <message>
        <source>media</source>
        <translation>testate</translation>
    </message>
    <message>
        <source>met elsewhere in the article</source>
        <translation>già nell’articolo</translation>
    </message>
    <message>
        <source>money</source>
        <translation>denaro</translation>
    </message>
    <message>
        <source>month</source>
        <translation>mese</translation>
    </message>
    <message>
        <source>named event</source>
        <translation>evento con nome</translation>
    </message>
    <message>
        <source>nationalities</source>
        <translation>nazionalità</translation>
    </message>
    <message>
        <source>nature</source>
        <translation>natura</translation>
    </message>
    <message>
        <source>near day</source>
        <translation>giorno vicino</translation>
    </message>
    <message>
        <source>number</source>
        <translation>numero</translation>
    </message>
    <message>
        <source>part of a year</source>
        <translation>parte dell’anno</translation>
    </message>
    <message>
        <source>parties and unions</source>
        <translation>partiti e sindacati</translation>
    </message>
    <message>
        <source>percent</source>
        <translation>percentuale</translation>
    </message>
    <message>
        <source>period</source>
        <translation>periodo</translation>
    </message>
    <message>
        <source>place</source>
        <translation>luogo</translation>
    </message>
    <message>
        <source>policy relevance</source>
        <translation>rilievo politico</translation>
    </message>
    <message>
        <source>potential harm</source>
        <translation>possibile danno</translation>
    </message>
    <message>
        <source>province code</source>
        <translation>sigla di provincia</translation>
    </message>
    <message>
        <source>public interest</source>
        <translation>interesse pubblico</translation>
    </message>
    <message>
        <source>regions</source>
        <translation>regioni</translation>
    </message>
    <message>
        <source>relabelled so in judged articles</source>
        <translation>rietichettato così in articoli giudicati</translation>
    </message>
    <message>
        <source>reported clause</source>
        <translation>discorso riportato</translation>
    </message>
    <message>
        <source>single source</source>
        <translation>fonte unica</translation>
    </message>
    <message>
        <source>software</source>
        <translation>software</translation>
    </message>
    <message>
        <source>sport</source>
        <translation>sport</translation>
    </message>
    <message>
        <source>surname of a person named before</source>
        <translation>cognome di una persona già nominata</translation>
    </message>
    <message>
        <source>towns</source>
        <translation>comuni</translation>
    </message>
    <message>
        <source>treaty</source>
        <translation>trattato</translation>
    </message>
    <message>
        <source>two or three capitals</source>
        <translation>due o tre maiuscole</translation>
    </message>
    <message>
        <source>university</source>
        <translation>università</translation>
    </message>
    <message>
        <source>vehicle</source>
        <translation>veicolo</translation>
    </message>
    <message>
        <source>war</source>
        <translation>guerra</translation>
    </message>
    <message>
        <source>weapon</source>
        <translation>arma</translation>
    </message>
    <message>
        <source>weighed by your corrections</source>
        <translation>pesato secondo le tue correzioni</translation>
    </message>
    <message>
        <source>year</source>
        <translation>anno</translation>
    </message>
</context>
<context>
    <name>ReceiveDialog</name>
    <message>
        <source>Receive work</source>
        <translation>Ricevi lavoro</translation>
    </message>
    <message>
        <source>Looking at what comes…</source>
        <translation>Guardo che cosa arriva…</translation>
    </message>
    <message>
        <source>What comes</source>
        <translation>Che cosa arriva</translation>
    </message>
    <message>
        <source>What colleagues deleted</source>
        <translation>Ciò che i colleghi hanno eliminato</translation>
    </message>
    <message>
        <source>Delete here too, but not what they did not know the work on</source>
        <translation>Elimina anche qui, ma non ciò su cui c’è lavoro che non conoscevano</translation>
    </message>
    <message>
        <source>Delete here too, all of it</source>
        <translation>Elimina tutto anche qui</translation>
    </message>
    <message>
        <source>Keep it here</source>
        <translation>Conserva qui</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Bring it in</source>
        <translation>Porta dentro</translation>
    </message>
    <message>
        <source>Decide between the versions…</source>
        <translation>Decidi tra le versioni…</translation>
    </message>
    <message>
        <source>This would come</source>
        <translation>Arriverebbe questo</translation>
    </message>
    <message>
        <source>There is nothing new in it</source>
        <translation>Non contiene nulla di nuovo</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>Bringing it in…</source>
        <translation>Lo porto dentro…</translation>
    </message>
    <message>
        <source>It is here</source>
        <translation>È arrivato</translation>
    </message>
    <message>
        <source>Nothing was brought in</source>
        <translation>Non è stato portato dentro nulla</translation>
    </message>
    <message>
        <source>{file}, from {name}</source>
        <translation>{file}, da {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n new article(s)</source>
        <translation>
            <numerusform>%n articolo nuovo</numerusform>
            <numerusform>%n articoli nuovi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known already</source>
        <translation>
            <numerusform>%n già noto</numerusform>
            <numerusform>%n già noti</numerusform>
        </translation>
    </message>
    <message>
        <source>who labels which article</source>
        <translation>chi etichetta quale articolo</translation>
    </message>
    <message>
        <source>two versions by {author} of “{title}”: both are kept until you decide</source>
        <translation>due versioni di {author} di «{title}»: restano tutte e due finché non decidi</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) with another text: they come beside</source>
        <translation>
            <numerusform>%n articolo con un altro testo: arriva accanto</numerusform>
            <numerusform>%n articoli con un altro testo: arrivano accanto</numerusform>
        </translation>
    </message>
    <message>
        <source>labels not known here, kept: {labels}</source>
        <translation>etichette non conosciute qui, conservate: {labels}</translation>
    </message>
    <message>
        <source>sources with other fields, left as here: {kept}</source>
        <translation>fonti con altri campi, lasciate come qui: {kept}</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) of machines left aside</source>
        <translation>
            <numerusform>%n livello di macchine lasciato da parte</numerusform>
            <numerusform>%n livelli di macchine lasciati da parte</numerusform>
        </translation>
    </message>
    <message>
        <source>Careful: no article of this project is in it.</source>
        <translation>Attenzione: non contiene nessun articolo di questo progetto.</translation>
    </message>
    <message>
        <source>“{title}”, deleted for good by {by}{why}: it is deleted here too</source>
        <translation>«{title}», eliminato per sempre da {by}{why}: viene eliminato anche qui</translation>
    </message>
    <message>
        <source>“{title}”, deleted for good by {by}{why}, who did not know the work of {people}: it stays here until you decide</source>
        <translation>«{title}», eliminato per sempre da {by}{why}, che non conosceva il lavoro di {people}: resta qui finché non decidi</translation>
    </message>
    <message>
        <source>“{title}”, deleted for good by {by}{why}: it stays here</source>
        <translation>«{title}», eliminato per sempre da {by}{why}: resta qui</translation>
    </message>
    <message>
        <source>“{title}”, deleted for good by {by}{why}: it is not brought back</source>
        <translation>«{title}», eliminato per sempre da {by}{why}: non viene riportato</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n nuovo</numerusform>
            <numerusform>%n nuovi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n newer</source>
        <translation>
            <numerusform>%n più recente</numerusform>
            <numerusform>%n più recenti</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in two versions</source>
        <translation>
            <numerusform>%n in due versioni</numerusform>
            <numerusform>%n in due versioni</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n here already</source>
        <translation>
            <numerusform>%n già qui</numerusform>
            <numerusform>%n già qui</numerusform>
        </translation>
    </message>
    <message>
        <source>work of {name}: {what}</source>
        <translation>lavoro di {name}: {what}</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>entity</source>
        <translation>entità</translation>
    </message>
    <message>
        <source>claim</source>
        <translation>affermazione</translation>
    </message>
    <message>
        <source>source or cue</source>
        <translation>fonte o indizio</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>prova</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>verdetto</translation>
    </message>
    <message>
        <source>open</source>
        <translation>da decidere</translation>
    </message>
    <message>
        <source>put off</source>
        <translation>rimandata</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>decisa</translation>
    </message>
    <message>
        <source>changed since</source>
        <translation>cambiato nel frattempo</translation>
    </message>
    <message>
        <source>begins or ends elsewhere</source>
        <translation>comincia o finisce altrove</translation>
    </message>
    <message>
        <source>another label</source>
        <translation>un’altra etichetta</translation>
    </message>
    <message>
        <source>not an entity of the scheme</source>
        <translation>non è un’entità dello schema</translation>
    </message>
    <message>
        <source>nothing that can be checked</source>
        <translation>nulla di verificabile</translation>
    </message>
    <message>
        <source>somebody else says it</source>
        <translation>lo dice qualcun altro</translation>
    </message>
    <message>
        <source>another value of a field</source>
        <translation>un altro valore di un campo</translation>
    </message>
    <message>
        <source>was overlooked</source>
        <translation>era sfuggito</translation>
    </message>
    <message>
        <source>marked twice</source>
        <translation>segnato due volte</translation>
    </message>
    <message>
        <source>the guideline is unclear</source>
        <translation>la guida non è chiara</translation>
    </message>
    <message>
        <source>its claim was not taken</source>
        <translation>la sua affermazione non è stata presa</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Preso</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Prendi</translation>
    </message>
    <message>
        <source>Take what {author} says</source>
        <translation>Prendi ciò che dice {author}</translation>
    </message>
    <message>
        <source>nothing here</source>
        <translation>qui nulla</translation>
    </message>
</context>
<context>
    <name>ReviewList</name>
    <message>
        <source>Differences</source>
        <translation>Differenze</translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message>
        <source>Review this article</source>
        <translation>Rivedi questo articolo</translation>
    </message>
    <message>
        <source>A word for the others (optional)</source>
        <translation>Una parola per gli altri (facoltativa)</translation>
    </message>
    <message>
        <source>Comment on the decision</source>
        <translation>Commento alla decisione</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revisione</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>nessun motivo indicato</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Neither</source>
        <translation>Nessuno</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Più tardi</translation>
    </message>
    <message>
        <source>Keep as example</source>
        <translation>Conserva come esempio</translation>
    </message>
    <message>
        <source>Show it in the help of its label (H)</source>
        <translation>Mostrala nell’aiuto della sua etichetta (H)</translation>
    </message>
    <message>
        <source>Leave the review</source>
        <translation>Lascia la revisione</translation>
    </message>
    <message>
        <source>No review is open</source>
        <translation>Nessuna revisione aperta</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) from the review of your work</source>
        <translation>
            <numerusform>%n parola dalla revisione del tuo lavoro</numerusform>
            <numerusform>%n parole dalla revisione del tuo lavoro</numerusform>
        </translation>
    </message>
    <message>
        <source>Colleagues have handed in work on this article: compare it and decide.</source>
        <translation>I colleghi hanno consegnato il loro lavoro su questo articolo: confrontalo e decidi.</translation>
    </message>
    <message>
        <source>Nothing here to review: colleagues&apos; work on this article shows up once they have submitted it and you have taken it in, and after you have submitted your own.</source>
        <translation>Nulla da rivedere qui: il lavoro dei colleghi su questo articolo compare quando l’hanno consegnato e tu l’hai preso, e dopo che hai consegnato il tuo.</translation>
    </message>
    <message>
        <source>{decided} of {total} decided</source>
        <translation>{decided} su {total} decise</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) left</source>
        <translation>
            <numerusform>%n differenza da decidere</numerusform>
            <numerusform>%n differenze da decidere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed since</source>
        <translation>
            <numerusform>%n cambiata nel frattempo</numerusform>
            <numerusform>%n cambiate nel frattempo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept %n unanimous</source>
        <translation>
            <numerusform>Accetta %n unanime</numerusform>
            <numerusform>Accetta %n unanimi</numerusform>
        </translation>
    </message>
    <message>
        <source>{key} goes to the next difference.</source>
        <translation>{key} va alla prossima differenza.</translation>
    </message>
    <message>
        <source>{who} took one of them</source>
        <translation>{who} ha preso una versione</translation>
    </message>
    <message>
        <source>{who} put an own version</source>
        <translation>{who} ha messo una versione propria</translation>
    </message>
    <message>
        <source>{who} took neither</source>
        <translation>{who} non ha preso nessuna versione</translation>
    </message>
    <message>
        <source>{who} put it off</source>
        <translation>{who} ha rimandato</translation>
    </message>
    <message>
        <source>the work has changed since: please decide again</source>
        <translation>il lavoro è cambiato nel frattempo: decidi di nuovo</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Conservato</translation>
    </message>
</context>
<context>
    <name>ReviewPresenter</name>
    <message>
        <source>changed since</source>
        <translation>cambiato nel frattempo</translation>
    </message>
    <message>
        <source>only {who}</source>
        <translation>solo {who}</translation>
    </message>
    <message>
        <source>not {who}</source>
        <translation>non {who}</translation>
    </message>
</context>
<context>
    <name>ReviewWorkspace</name>
    <message>
        <source>Nobody has submitted anything to review yet.</source>
        <translation>Nessuno ha ancora consegnato qualcosa da rivedere.</translation>
    </message>
    <message>
        <source>Reviews (F7) are shown side by side from now on.</source>
        <translation>Da ora le revisioni (F7) si mostrano affiancate.</translation>
    </message>
    <message>
        <source>Reviews (F7) are shown in one from now on.</source>
        <translation>Da ora le revisioni (F7) si mostrano in un solo articolo.</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>deciso</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) left</source>
        <translation>
            <numerusform>%n differenza da decidere</numerusform>
            <numerusform>%n differenze da decidere</numerusform>
        </translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revisione</translation>
    </message>
    <message>
        <source>difference {number} of {total}</source>
        <translation>differenza {number} di {total}</translation>
    </message>
    <message>
        <source>Every difference of this article is decided. Ctrl+Enter approves the work.</source>
        <translation>Ogni differenza di questo articolo è decisa. Ctrl+Invio approva il lavoro.</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Everything is saved</source>
        <translation>Tutto è salvato</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Non salvato</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Salvato alle {time}</translation>
    </message>
    <message numerus="yes">
        <source>%n not saved yet</source>
        <translation>
            <numerusform>%n non ancora salvata</numerusform>
            <numerusform>%n non ancora salvate</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for room on the disk</source>
        <translation>In attesa di spazio sul disco</translation>
    </message>
    <message>
        <source>There is no room on the disk: what you do is not saved yet in {name}</source>
        <translation>Non c’è spazio sul disco: quello che fai non è ancora salvato in {name}</translation>
    </message>
    <message>
        <source>Free some space: it is saved then, in order. You can go on meanwhile.</source>
        <translation>Libera un po’ di spazio: allora sarà salvato, in ordine. Intanto puoi continuare.</translation>
    </message>
    <message>
        <source>Waiting for the disk</source>
        <translation>In attesa del disco</translation>
    </message>
    <message>
        <source>The disk does not take what you do: it is not saved yet in {name}</source>
        <translation>Il disco non accetta quello che fai: non è ancora salvato in {name}</translation>
    </message>
    <message>
        <source>Check that the disk is connected: it is saved then, in order. You can go on meanwhile.</source>
        <translation>Controlla che il disco sia collegato: allora sarà salvato, in ordine. Intanto puoi continuare.</translation>
    </message>
    <message>
        <source>Waiting for another program</source>
        <translation>In attesa di un altro programma</translation>
    </message>
    <message>
        <source>Another program is using {name}: what you do is not saved yet</source>
        <translation>Un altro programma sta usando {name}: quello che fai non è ancora salvato</translation>
    </message>
    <message>
        <source>It is saved, in order, as soon as that program has finished. You can go on meanwhile.</source>
        <translation>Sarà salvato, in ordine, appena quel programma avrà finito. Intanto puoi continuare.</translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) did not fit and were left out</source>
        <translation>
            <numerusform>%n modifica non era compatibile ed è stata tralasciata</numerusform>
            <numerusform>%n modifiche non erano compatibili e sono state tralasciate</numerusform>
        </translation>
    </message>
    <message>
        <source>Look through what you did last.</source>
        <translation>Ricontrolla quello che hai fatto per ultimo.</translation>
    </message>
    <message>
        <source>{name} was written anew by another program: everything is in it</source>
        <translation>{name} è stato riscritto da un altro programma: contiene tutto</translation>
    </message>
    <message>
        <source>{name} is called {new} now, and you go on working in it</source>
        <translation>{name} ora si chiama {new}, e continui a lavorare lì</translation>
    </message>
    <message>
        <source>Everything is kept in {rescued}, and you go on working there.</source>
        <translation>Tutto è conservato in {rescued}, e continui a lavorare lì.</translation>
    </message>
    <message>
        <source>{name} was moved, renamed or deleted while it was open</source>
        <translation>{name} è stato spostato, rinominato o cancellato mentre era aperto</translation>
    </message>
    <message>
        <source>The end of {name} was cut off by another program while it was open</source>
        <translation>Un altro programma ha tagliato via la fine di {name} mentre era aperto</translation>
    </message>
    <message>
        <source>Another program took a part of {name} away while it was open</source>
        <translation>Un altro programma ha tolto una parte di {name} mentre era aperto</translation>
    </message>
    <message>
        <source>Another version of {name} was put in its place while it was open</source>
        <translation>Un’altra versione di {name} ne ha preso il posto mentre era aperto</translation>
    </message>
    <message>
        <source>Nothing of yours was written into the other version.</source>
        <translation>Nell’altra versione non è stato scritto nulla di tuo.</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>Apri {name}</translation>
    </message>
    <message>
        <source>What you did last could not be saved in {name}</source>
        <translation>Non è stato possibile salvare in {name} quello che hai fatto per ultimo</translation>
    </message>
    <message>
        <source>It is in {copy}, with everything else.</source>
        <translation>È in {copy}, con tutto il resto.</translation>
    </message>
</context>
<context>
    <name>SchemeEditor</name>
    <message>
        <source>Labels</source>
        <translation>Etichette</translation>
    </message>
    <message>
        <source>Entities</source>
        <translation>Entità</translation>
    </message>
    <message>
        <source>Kinds of claim</source>
        <translation>Tipi di affermazione</translation>
    </message>
    <message>
        <source>Other fields</source>
        <translation>Altri campi</translation>
    </message>
    <message>
        <source>What to edit</source>
        <translation>Che cosa modificare</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Take in a codebook…</source>
        <translation>Porta dentro un libro dei codici…</translation>
    </message>
    <message>
        <source>Save as a codebook…</source>
        <translation>Salva come libro dei codici…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>Labels in their order</source>
        <translation>Le etichette nel loro ordine</translation>
    </message>
    <message>
        <source>Code of a new label</source>
        <translation>Codice di una nuova etichetta</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Aggiungi</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Su</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Giù</translation>
    </message>
    <message>
        <source>Alt+Up</source>
        <translation>Alt+Su</translation>
    </message>
    <message>
        <source>Alt+Down</source>
        <translation>Alt+Giù</translation>
    </message>
    <message numerus="yes">
        <source>used %n time(s)</source>
        <translation>
            <numerusform>usata %n volta</numerusform>
            <numerusform>usata %n volte</numerusform>
        </translation>
    </message>
    <message>
        <source>formerly {codes}</source>
        <translation>prima {codes}</translation>
    </message>
    <message>
        <source>Found in the articles, not in the scheme:</source>
        <translation>Trovate negli articoli, non nello schema:</translation>
    </message>
    <message>
        <source>Add to the scheme</source>
        <translation>Aggiungi allo schema</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>e altra %n</numerusform>
            <numerusform>e altre %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Salvato.</translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s) now carry {code}.</source>
        <translation>
            <numerusform>%n annotazione ora ha {code}.</numerusform>
            <numerusform>%n annotazioni ora hanno {code}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Take in a codebook</source>
        <translation>Porta dentro un libro dei codici</translation>
    </message>
    <message>
        <source>Codebooks and projects of REFI-QDA (*.qdc *.qdpx)</source>
        <translation>Libri dei codici e progetti REFI-QDA (*.qdc *.qdpx)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tutti i file (*)</translation>
    </message>
    <message>
        <source>Save as a codebook</source>
        <translation>Salva come libro dei codici</translation>
    </message>
    <message>
        <source>Codebooks of REFI-QDA (*.qdc)</source>
        <translation>Libri dei codici REFI-QDA (*.qdc)</translation>
    </message>
    <message>
        <source>labels</source>
        <translation>etichette</translation>
    </message>
    <message>
        <source>All its codes are among the labels.</source>
        <translation>Tutti i suoi codici sono tra le etichette.</translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) are new.</source>
        <translation>
            <numerusform>%n etichetta è nuova.</numerusform>
            <numerusform>%n etichette sono nuove.</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Salvato come {file}.</translation>
    </message>
    <message>
        <source>Undone.</source>
        <translation>Annullato.</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search in all articles</source>
        <translation>Cerca in tutti gli articoli</translation>
    </message>
</context>
<context>
    <name>SendDialog</name>
    <message>
        <source>Send to a colleague</source>
        <translation>Invia a un collega</translation>
    </message>
    <message>
        <source>A bundle holds articles, annotations and their history, in one file. How it reaches your colleague is up to you: Vaglio sends nothing itself.</source>
        <translation>Un pacchetto contiene articoli, annotazioni e la loro storia in un solo file. Come arriva al collega lo decidi tu: Vaglio non spedisce nulla.</translation>
    </message>
    <message>
        <source>Whose work</source>
        <translation>Lavoro di</translation>
    </message>
    <message>
        <source>Everybody&apos;s</source>
        <translation>Tutti</translation>
    </message>
    <message>
        <source>Mine ({name})</source>
        <translation>Il mio ({name})</translation>
    </message>
    <message>
        <source>Nobody&apos;s: the articles alone</source>
        <translation>Nessuno: solo gli articoli</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Articoli</translation>
    </message>
    <message>
        <source>All articles</source>
        <translation>Tutti gli articoli</translation>
    </message>
    <message>
        <source>The open article</source>
        <translation>L’articolo aperto</translation>
    </message>
    <message>
        <source>To</source>
        <translation>In</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Apri la cartella</translation>
    </message>
    <message>
        <source>Write the bundle</source>
        <translation>Scrivi il pacchetto</translation>
    </message>
    <message>
        <source>Bundle</source>
        <translation>Pacchetto</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n articolo</numerusform>
            <numerusform>%n articoli</numerusform>
        </translation>
    </message>
    <message>
        <source>Written: {what}.</source>
        <translation>Scritto: {what}.</translation>
    </message>
    <message>
        <source>With the work of {names}.</source>
        <translation>Con il lavoro di {names}.</translation>
    </message>
    <message>
        <source>Your colleague opens it with Project › Receive work…</source>
        <translation>Il collega lo apre con Progetto › Ricevi lavoro…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
</context>
<context>
    <name>ShareDialog</name>
    <message>
        <source>Share out articles</source>
        <translation>Distribuisci gli articoli</translation>
    </message>
    <message>
        <source>Every article goes to one person, some to two, so that you can see how far they agree. A bundle tells your colleagues what is theirs.</source>
        <translation>Ogni articolo va a una persona, alcuni a due, così si vede quanto sono d’accordo. Un pacchetto dice ai colleghi che cosa tocca a loro.</translation>
    </message>
    <message>
        <source>anna, bruno, carla</source>
        <translation>anna, bruno, carla</translation>
    </message>
    <message>
        <source>&amp;To whom</source>
        <translation>&amp;A chi</translation>
    </message>
    <message>
        <source>To &amp;two people</source>
        <translation>A &amp;due persone</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>Share out</source>
        <translation>Distribuisci</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Only what is not begun</source>
        <translation>Solo ciò che non è iniziato</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>&amp;Cosa</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Articoli</translation>
    </message>
    <message>
        <source>With another</source>
        <translation>Con un altro</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Iniziati</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>Consegnati</translation>
    </message>
    <message>
        <source>Who has what</source>
        <translation>Chi ha che cosa</translation>
    </message>
    <message>
        <source>Articles that nobody has</source>
        <translation>Articoli che non ha nessuno</translation>
    </message>
    <message>
        <source>What {name} has not submitted</source>
        <translation>Ciò che {name} non ha consegnato</translation>
    </message>
    <message>
        <source>The list of articles can show only yours: Filter › Mine to label.</source>
        <translation>L’elenco degli articoli può mostrare solo i tuoi: Filtra › Da etichettare per me.</translation>
    </message>
    <message>
        <source>Nothing is shared out yet: write names with commas between them.</source>
        <translation>Non è ancora distribuito nulla: scrivi i nomi separati da virgole.</translation>
    </message>
</context>
<context>
    <name>SimilarClaimsCommands</name>
    <message>
        <source>What was said before is not searched for any more</source>
        <translation>Quello che è già stato detto non si cerca più</translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of evidence carried over</source>
        <translation>
            <numerusform>%n prova ripresa</numerusform>
            <numerusform>%n prove riprese</numerusform>
        </translation>
    </message>
    <message>
        <source>its stance is for you to say</source>
        <translation>la posizione la decidi tu</translation>
    </message>
</context>
<context>
    <name>SimilarClaimsList</name>
    <message>
        <source>Said before</source>
        <translation>Già detto</translation>
    </message>
    <message>
        <source>Carry the evidence over to this claim</source>
        <translation>Riprendi le prove per questa affermazione</translation>
    </message>
    <message>
        <source>Carry over</source>
        <translation>Riprendi</translation>
    </message>
    <message>
        <source>The same evidence for this claim</source>
        <translation>Le stesse prove per questa affermazione</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Vai lì</translation>
    </message>
    <message>
        <source>Show the claim in its article</source>
        <translation>Mostra l’affermazione nel suo articolo</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>uguale</translation>
    </message>
    <message>
        <source>same topic</source>
        <translation>stesso tema</translation>
    </message>
    <message>
        <source>nearly the same</source>
        <translation type="vanished">quasi uguale</translation>
    </message>
    <message>
        <source>similar</source>
        <translation type="vanished">simile</translation>
    </message>
    <message>
        <source>suggested</source>
        <translation>suggerita</translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of evidence</source>
        <translation>
            <numerusform>%n prova</numerusform>
            <numerusform>%n prove</numerusform>
        </translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>non verificata</translation>
    </message>
</context>
<context>
    <name>SourceForm</name>
    <message>
        <source>Title</source>
        <translation>Titolo</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Indirizzo</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>Editore</translation>
    </message>
    <message>
        <source>Who answers for it: two publishers are two independent sources</source>
        <translation>Chi ne risponde: due editori sono due fonti indipendenti</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>non indicato</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autore</translation>
    </message>
    <message>
        <source>2024-01-04, 2024-01 or 2024</source>
        <translation>2024-01-04, 2024-01 o 2024</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Pubblicata</translation>
    </message>
    <message>
        <source>Seen on</source>
        <translation>Vista il</translation>
    </message>
    <message>
        <source>Archived at</source>
        <translation>Archiviata in</translation>
    </message>
    <message>
        <source>The copy in a web archive, in case the page changes</source>
        <translation>La copia in un archivio web, nel caso la pagina cambi</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Lingua</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
</context>
<context>
    <name>SourceList</name>
    <message>
        <source>Sources</source>
        <translation>Fonti</translation>
    </message>
</context>
<context>
    <name>SourcePicker</name>
    <message>
        <source>Keep a saved page or PDF…</source>
        <translation>Conserva una pagina salvata o un PDF…</translation>
    </message>
    <message>
        <source>The project has no sources yet: paste the link of a page, or write a title.</source>
        <translation>Il progetto non ha ancora fonti: incolla il link di una pagina, o scrivi un titolo.</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Fonti</translation>
    </message>
    <message>
        <source>Which source? Type a part of its name, or paste a link</source>
        <translation>Quale fonte? Scrivi una parte del nome, o incolla un link</translation>
    </message>
    <message>
        <source>Add the page on {host}</source>
        <translation>Aggiungi la pagina su {host}</translation>
    </message>
    <message>
        <source>Add the sources of this reference</source>
        <translation>Aggiungi le fonti di questo riferimento</translation>
    </message>
    <message>
        <source>Add a source called “{title}”</source>
        <translation>Aggiungi una fonte chiamata «{title}»</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>Search, or paste a link or a reference</source>
        <translation>Cerca, o incolla un link o un riferimento</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Aggiungi</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>File…</translation>
    </message>
    <message>
        <source>Keep a saved page or PDF with the project</source>
        <translation>Conserva con il progetto una pagina salvata o un PDF</translation>
    </message>
    <message>
        <source>Link to the claim</source>
        <translation>Collega</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Apri…</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Leggi</translation>
    </message>
    <message>
        <source>Keep its file…</source>
        <translation>Conserva il file…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Rimuovi</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Fonti</translation>
    </message>
    <message>
        <source>No source is called that. Enter adds one with this title.</source>
        <translation>Nessuna fonte si chiama così. Invio ne aggiunge una con questo titolo.</translation>
    </message>
    <message>
        <source>The project has no sources yet. Paste the link of a page, a BibTeX entry or CSL-JSON above, or drop links, saved pages or PDFs here.</source>
        <translation>Il progetto non ha ancora fonti. Incolla qui sopra il link di una pagina, una voce BibTeX o CSL-JSON, oppure trascina qui link, pagine salvate o PDF.</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>new</source>
        <translation>nuovo</translation>
    </message>
    <message>
        <source>open</source>
        <translation>in lavorazione</translation>
    </message>
    <message>
        <source>submitted</source>
        <translation>consegnato</translation>
    </message>
    <message>
        <source>to discuss</source>
        <translation>da discutere</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>approvato</translation>
    </message>
</context>
<context>
    <name>SuggestionCommands</name>
    <message>
        <source>This suggester has read the article already; it would say the same again.</source>
        <translation>Questo suggeritore ha già letto l’articolo: direbbe di nuovo lo stesso.</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) without suggestions</source>
        <translation>
            <numerusform>%n articolo senza suggerimenti</numerusform>
            <numerusform>%n articoli senza suggerimenti</numerusform>
        </translation>
    </message>
    <message>
        <source>The suggester stops; what it found is kept.</source>
        <translation>Il suggeritore si ferma; ciò che ha trovato resta.</translation>
    </message>
</context>
<context>
    <name>SuggestionStatus</name>
    <message numerus="yes">
        <source>suggesting: %n left</source>
        <translation>
            <numerusform>suggerimenti: ne resta %n</numerusform>
            <numerusform>suggerimenti: ne restano %n</numerusform>
        </translation>
    </message>
    <message>
        <source>{percent} % of this one</source>
        <translation>{percent} % di questo</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>meno di un minuto</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minuto</numerusform>
            <numerusform>%n minuti</numerusform>
        </translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>The suggestions for an article could not be made</source>
        <translation>Non è stato possibile fare i suggerimenti per un articolo</translation>
    </message>
    <message>
        <source>The suggester could not be started</source>
        <translation>Il suggeritore non si è avviato</translation>
    </message>
    <message>
        <source>Suggestions come from rules and word lists alone: {why}</source>
        <translation>I suggerimenti vengono solo da regole ed elenchi di parole: {why}</translation>
    </message>
    <message>
        <source>You can work on; “vaglio doctor” says more.</source>
        <translation>Puoi continuare a lavorare; «vaglio doctor» dice di più.</translation>
    </message>
    <message>
        <source>The pipeline {name} is not installed here</source>
        <translation>La pipeline {name} non è installata qui</translation>
    </message>
    <message>
        <source>Vaglio&apos;s own model reads in its place.</source>
        <translation>Al suo posto legge il modello di Vaglio.</translation>
    </message>
</context>
<context>
    <name>Telling</name>
    <message>
        <source>not: {field}</source>
        <translation>non: {field}</translation>
    </message>
    <message>
        <source>said: “{words}”</source>
        <translation>detto: «{words}»</translation>
    </message>
</context>
<context>
    <name>Terms</name>
    <message>
        <source>Claim</source>
        <translation>Affermazione</translation>
    </message>
    <message>
        <source>Who says it</source>
        <translation>Chi lo dice</translation>
    </message>
    <message>
        <source>Words of saying</source>
        <translation>Parole del dire</translation>
    </message>
    <message>
        <source>What is said</source>
        <translation>Che cosa si dice</translation>
    </message>
    <message>
        <source>leads to who says it</source>
        <translation>porta a chi lo dice</translation>
    </message>
    <message>
        <source>leads to what is said</source>
        <translation>porta a che cosa si dice</translation>
    </message>
    <message>
        <source>leads to the claim</source>
        <translation>porta all’affermazione</translation>
    </message>
    <message>
        <source>stands in another attribution</source>
        <translation>sta in un’altra attribuzione</translation>
    </message>
    <message>
        <source>is part of a claim</source>
        <translation>è parte di un’affermazione</translation>
    </message>
    <message>
        <source>Wikidata or other id</source>
        <translation>Identificativo (Wikidata o altro)</translation>
    </message>
    <message>
        <source>Name written out</source>
        <translation>Nome per esteso</translation>
    </message>
    <message>
        <source>Finer kind</source>
        <translation>Sottotipo</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Claim on its own</source>
        <translation>Affermazione a sé stante</translation>
    </message>
    <message>
        <source>Name of who says it</source>
        <translation>Nome di chi lo dice</translation>
    </message>
    <message>
        <source>Why it was marked</source>
        <translation>Perché è stato segnato</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Testo</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titolo</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>Testata</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autore</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Indirizzo</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Lingua</translation>
    </message>
</context>
<context>
    <name>TermsTable</name>
    <message>
        <source>Kind</source>
        <translation>Genere</translation>
    </message>
    <message>
        <source>In the files</source>
        <translation>Nei file</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>What the words of the files are here</source>
        <translation>Che cosa sono qui le parole dei file</translation>
    </message>
    <message>
        <source>a detail of the article</source>
        <translation>un dettaglio dell’articolo</translation>
    </message>
    <message>
        <source>column</source>
        <translation>colonna</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>escluso</translation>
    </message>
    <message>
        <source>label</source>
        <translation>etichetta</translation>
    </message>
    <message>
        <source>relation</source>
        <translation>relazione</translation>
    </message>
    <message>
        <source>attribute</source>
        <translation>attributo</translation>
    </message>
    <message>
        <source>as it is: {label}</source>
        <translation>così com’è: {label}</translation>
    </message>
</context>
<context>
    <name>UnlockDialog</name>
    <message>
        <source>Open a protected project</source>
        <translation>Apri un progetto protetto</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frase segreta</translation>
    </message>
    <message>
        <source>Show the passphrase</source>
        <translation>Mostra la frase segreta</translation>
    </message>
    <message>
        <source>Recovery words</source>
        <translation>Parole di recupero</translation>
    </message>
    <message>
        <source>The 24 words, in their order</source>
        <translation>Le 24 parole, nel loro ordine</translation>
    </message>
    <message>
        <source>{name} is protected with a passphrase.</source>
        <translation>{name} è protetto da una frase segreta.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Apri</translation>
    </message>
    <message>
        <source>Recovery words…</source>
        <translation>Parole di recupero…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Type the recovery words that were written down when it was protected.</source>
        <translation>Scrivi le parole di recupero che hai messo su carta quando è stato protetto.</translation>
    </message>
</context>
<context>
    <name>UnsavedDialog</name>
    <message>
        <source>Not saved yet</source>
        <translation>Non ancora salvato</translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) of {name} are not saved yet</source>
        <translation>
            <numerusform>%n modifica di {name} non è ancora salvata</numerusform>
            <numerusform>%n modifiche di {name} non sono ancora salvate</numerusform>
        </translation>
    </message>
    <message>
        <source>Another program is using the project. As soon as it has finished, they are saved and Vaglio closes by itself. Or Vaglio closes now and keeps them in a copy beside the project, with everything else, and opens that copy next time.</source>
        <translation>Un altro programma sta usando il progetto. Appena avrà finito saranno salvate e Vaglio si chiuderà da solo. Oppure Vaglio si chiude subito, le conserva in una copia accanto al progetto, con tutto il resto, e la prossima volta apre quella copia.</translation>
    </message>
    <message>
        <source>Go on working</source>
        <translation>Continua a lavorare</translation>
    </message>
    <message>
        <source>Close and keep a copy</source>
        <translation>Chiudi e conserva una copia</translation>
    </message>
</context>
<context>
    <name>VerdictBox</name>
    <message>
        <source>Your rating</source>
        <translation>Il tuo giudizio</translation>
    </message>
    <message>
        <source>Why: what the evidence shows</source>
        <translation>Perché: che cosa mostrano le prove</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Ragioni</translation>
    </message>
    <message>
        <source>Why this one primary source is enough</source>
        <translation type="vanished">Perché questa sola fonte primaria basta</translation>
    </message>
    <message>
        <source>Why this evidence is enough</source>
        <translation>Perché queste prove bastano</translation>
    </message>
    <message>
        <source>Give the verdict</source>
        <translation>Dai il verdetto</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Ritira</translation>
    </message>
    <message>
        <source>Published at: https://…</source>
        <translation>Pubblicato in: https://…</translation>
    </message>
    <message>
        <source>Address of the published fact-check</source>
        <translation>Indirizzo della verifica pubblicata</translation>
    </message>
    <message>
        <source>Give another verdict</source>
        <translation>Dai un altro verdetto</translation>
    </message>
    <message>
        <source>no rating of your own</source>
        <translation>nessun giudizio proprio</translation>
    </message>
    <message>
        <source>Superseded: {verdict}</source>
        <translation>Superato: {verdict}</translation>
    </message>
    <message>
        <source>A verdict needs its reasons: write a sentence or two.</source>
        <translation>Un verdetto ha bisogno delle sue ragioni: scrivi una o due frasi.</translation>
    </message>
    <message>
        <source>Choose one of the four verdicts first.</source>
        <translation>Scegli prima uno dei quattro verdetti.</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>shown now</source>
        <translation>mostrata ora</translation>
    </message>
    <message>
        <source>from elsewhere</source>
        <translation>da altrove</translation>
    </message>
    <message>
        <source>decided against</source>
        <translation>scartata</translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <source>Two versions of one person’s work</source>
        <translation>Due versioni del lavoro di una persona</translation>
    </message>
    <message>
        <source>Article and person</source>
        <translation>Articolo e persona</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Più tardi</translation>
    </message>
    <message>
        <source>Take this version</source>
        <translation>Prendi questa versione</translation>
    </message>
    <message>
        <source>What the versions say otherwise</source>
        <translation>In che cosa le versioni differiscono</translation>
    </message>
    <message>
        <source>{author} · {title}</source>
        <translation>{author} · {title}</translation>
    </message>
    <message>
        <source>{what} (decided)</source>
        <translation>{what} (deciso)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>There is one version of every layer.</source>
        <translation>Di ogni livello c’è una sola versione.</translation>
    </message>
    <message>
        <source>{author} went on with the same layer in two places. Choose the version that is the layer from now on, here and wherever this work is received. The other one is kept: it stays in this list, and you can take it instead at any time.</source>
        <translation>{author} ha continuato lo stesso livello in due posti. Scegli la versione che da ora in poi è il livello, qui e ovunque si riceva questo lavoro. L’altra resta: rimane in questo elenco, e puoi prenderla al suo posto in qualsiasi momento.</translation>
    </message>
    <message numerus="yes">
        <source>%n entity(ies)</source>
        <translation>
            <numerusform>%n entità</numerusform>
            <numerusform>%n entità</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n claim(s)</source>
        <translation>
            <numerusform>%n affermazione</numerusform>
            <numerusform>%n affermazioni</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;{number}  {which}, {when}</source>
        <translation>&amp;{number}  {which}, {when}</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Che cosa</translation>
    </message>
    <message>
        <source>They mark the same; notes, stand-alone forms or judgements differ.</source>
        <translation>Segnano le stesse cose; differiscono note, forme autonome o giudizi.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more difference(s)</source>
        <translation>
            <numerusform>e ancora %n differenza</numerusform>
            <numerusform>e altre %n differenze</numerusform>
        </translation>
    </message>
    <message>
        <source>{what}: version {number} is the layer now, the other one is kept.</source>
        <translation>{what}: ora il livello è la versione {number}, l’altra resta conservata.</translation>
    </message>
</context>
<context>
    <name>WatchedFolderCommands</name>
    <message numerus="yes">
        <source>%n new article(s) in watched folders</source>
        <translation>
            <numerusform>%n nuovo articolo nelle cartelle sorvegliate</numerusform>
            <numerusform>%n nuovi articoli nelle cartelle sorvegliate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s) placed</source>
        <translation>
            <numerusform>%n annotazione collocata</numerusform>
            <numerusform>%n annotazioni collocate</numerusform>
        </translation>
    </message>
    <message>
        <source>New version of “{title}”: {placed}</source>
        <translation>Nuova versione di «{title}»: {placed}</translation>
    </message>
    <message numerus="yes">
        <source>%n not</source>
        <translation>
            <numerusform>%n no</numerusform>
            <numerusform>%n no</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more new version(s)</source>
        <translation>
            <numerusform>e un’altra nuova versione</numerusform>
            <numerusform>e altre %n nuove versioni</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Recent projects</source>
        <translation>Progetti recenti</translation>
    </message>
    <message>
        <source>Or drop articles (.txt, .html, .jsonl), a folder or a project here.</source>
        <translation type="vanished">Oppure trascina qui articoli (.txt, .html, .jsonl), una cartella o un progetto.</translation>
    </message>
    <message>
        <source>Or drop articles (PDF, Word, web pages, plain text and others), a folder or a project here, or copy a text and press {paste}.</source>
        <translation>Oppure trascina qui articoli (PDF, Word, pagine web, testo semplice e altri), una cartella o un progetto, o copia un testo e premi {paste}.</translation>
    </message>
    <message>
        <source>Label entities and claims in news, and say who asserts them.</source>
        <translation>Etichetta entità e affermazioni nelle notizie, e di’ chi le sostiene.</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>Nuovo progetto…</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>Apri progetto…</translation>
    </message>
    <message>
        <source>Try it on sample articles</source>
        <translation>Prova con articoli di esempio</translation>
    </message>
    <message>
        <source>not there any more</source>
        <translation>non c’è più</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Togli</translation>
    </message>
    <message>
        <source>Remove {name} from this list; no file is touched</source>
        <translation>Togli {name} da questo elenco; nessun file viene toccato</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>language not recognised</source>
        <translation>lingua non riconosciuta</translation>
    </message>
    <message>
        <source>selected “{words}” · characters {start}–{end}</source>
        <translation>selezionato «{words}» · caratteri {start}–{end}</translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="vanished">Etichetta</translation>
    </message>
</context>
<context>
    <name>_Notice</name>
    <message>
        <source>It fits these words, too</source>
        <translation>Va bene anche per queste parole</translation>
    </message>
    <message>
        <source>The stand-alone form was written for other words:</source>
        <translation>La forma autonoma è stata scritta per altre parole:</translation>
    </message>
</context>
<context>
    <name>_Pane</name>
    <message>
        <source>Article as {name} labelled it</source>
        <translation>L’articolo come l’ha etichettato {name}</translation>
    </message>
</context>
<context>
    <name>_Words</name>
    <message>
        <source>Hidden characters: {words}</source>
        <translation>Caratteri nascosti: {words}</translation>
    </message>
</context>
</TS>
