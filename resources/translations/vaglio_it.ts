<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="it" sourcelanguage="en">
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
        <source>Export…</source>
        <translation>Esporta…</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Fai una copia di sicurezza</translation>
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
        <source>Source of the claim</source>
        <translation>Fonte dell’affermazione</translation>
    </message>
    <message>
        <source>Cue of the claim</source>
        <translation>Indizio dell’affermazione</translation>
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
        <source>Next article</source>
        <translation>Articolo successivo</translation>
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
        <source>Dark or light</source>
        <translation>Scuro o chiaro</translation>
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
        <source>Suggest again for this article</source>
        <translation>Suggerisci di nuovo per questo articolo</translation>
    </message>
    <message>
        <source>Suggest for all articles</source>
        <translation>Suggerisci per tutti gli articoli</translation>
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
        <source>Guideline</source>
        <translation>Guida all’etichettatura</translation>
    </message>
    <message>
        <source>About Vaglio</source>
        <translation>Informazioni su Vaglio</translation>
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
    <name>Bench</name>
    <message>
        <source>selected “{words}” · characters {start}–{end}</source>
        <translation>selezionato «{words}» · caratteri {start}–{end}</translation>
    </message>
    <message>
        <source>Every suggestion of this article is judged. Ctrl+Enter submits it.</source>
        <translation>Tutti i suggerimenti di questo articolo sono giudicati. Ctrl+Invio lo consegna.</translation>
    </message>
    <message>
        <source>Every selection becomes {label} until Esc</source>
        <translation>Ogni selezione diventa {label} fino a Esc</translation>
    </message>
    <message numerus="yes">
        <source>%n occurrence(s) of “{words}” labelled {label}</source>
        <translation>
            <numerusform>%n occorrenza di «{words}» etichettata {label}</numerusform>
            <numerusform>%n occorrenze di «{words}» etichettate {label}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Submitted with %n suggestion(s) not judged</source>
        <translation>
            <numerusform>Consegnato con %n suggerimento non giudicato</numerusform>
            <numerusform>Consegnato con %n suggerimenti non giudicati</numerusform>
        </translation>
    </message>
    <message>
        <source>This is the first article of the list.</source>
        <translation>È il primo articolo dell’elenco.</translation>
    </message>
    <message>
        <source>This is the last article of the list.</source>
        <translation>È l’ultimo articolo dell’elenco.</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) without suggestions</source>
        <translation>
            <numerusform>%n articolo senza suggerimenti</numerusform>
            <numerusform>%n articoli senza suggerimenti</numerusform>
        </translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etichetta</translation>
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
        <source>There is nothing left to undo</source>
        <translation>Non c’è più nulla da annullare</translation>
    </message>
    <message>
        <source>There is nothing left to redo</source>
        <translation>Non c’è più nulla da ripetere</translation>
    </message>
    <message>
        <source>{file}: {said}</source>
        <translation>{file}: {said}</translation>
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
        <source>{file} is too big for a web page ({size} MB)</source>
        <translation>{file} è troppo grande per una pagina web ({size} MB)</translation>
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
        <source>{file}, line {line}: {detail}</source>
        <translation>{file}, riga {line}: {detail}</translation>
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
        <source>Write the line with ordinary objects and lists.</source>
        <translation>Scrivi la riga con oggetti ed elenchi ordinari.</translation>
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
        <source>{file}, line {line}: not a JSON object ({detail})</source>
        <translation>{file}, riga {line}: non è un oggetto JSON ({detail})</translation>
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
        <source>{file} is too big for one article ({size} MB)</source>
        <translation>{file} è troppo grande per un solo articolo ({size} MB)</translation>
    </message>
    <message>
        <source>Cut it into articles.</source>
        <translation>Dividilo in più articoli.</translation>
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
        <source>{name} could not be brought up to date; it is as it was</source>
        <translation>Non è stato possibile aggiornare {name}, che è rimasto com’era</translation>
    </message>
    <message>
        <source>Run “vaglio check” on it.</source>
        <translation>Controllalo con «vaglio check».</translation>
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
        <source>No project is open</source>
        <translation>Nessun progetto è aperto</translation>
    </message>
    <message>
        <source>Open one or make a new one first</source>
        <translation>Prima aprine uno o creane uno nuovo</translation>
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
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Inspector</source>
        <translation>Dettagli</translation>
    </message>
</context>
<context>
    <name>LabelBar</name>
    <message>
        <source>Labels and their keys</source>
        <translation>Le etichette e i loro tasti</translation>
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
        <source>dashed = suggested   A accept   X reject</source>
        <translation>tratteggio = suggerito   A accetta   X rifiuta</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Everything is saved</source>
        <translation>Tutto è salvato</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Salvato alle {time}</translation>
    </message>
    <message numerus="yes">
        <source>suggesting: %n left</source>
        <translation>
            <numerusform>suggerimenti: ne resta %n</numerusform>
            <numerusform>suggerimenti: ne restano %n</numerusform>
        </translation>
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
        <source>article</source>
        <translation>articolo</translation>
    </message>
</context>
<context>
    <name>Page</name>
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
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n fonte</numerusform>
            <numerusform>%n fonti</numerusform>
        </translation>
    </message>
    <message>
        <source>no verdict yet</source>
        <translation>ancora senza verdetto</translation>
    </message>
    <message>
        <source>Suggested by {reason}</source>
        <translation>Suggerito da: {reason}</translation>
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
        <source>characters {start}–{end}, line {line}</source>
        <translation>caratteri {start}–{end}, riga {line}</translation>
    </message>
</context>
<context>
    <name>Project</name>
    <message>
        <source>New project</source>
        <translation>Nuovo progetto</translation>
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
        <translation>Importa articoli</translation>
    </message>
    <message>
        <source>Articles ({suffixes})</source>
        <translation>Articoli ({suffixes})</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>Importa una cartella</translation>
    </message>
    <message>
        <source>Backed up to {path}</source>
        <translation>Copia di sicurezza in {path}</translation>
    </message>
</context>
</TS>
