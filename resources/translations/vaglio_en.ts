<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AgreementDialog</name>
    <message numerus="yes">
        <source>{who} on %n article(s)</source>
        <translation>
            <numerusform>{who} on %n article</numerusform>
            <numerusform>{who} on %n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{f1}   {title}   (%n difference(s))</source>
        <translation>
            <numerusform>{f1}   {title}   (%n difference)</numerusform>
            <numerusform>{f1}   {title}   (%n differences)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnnotationCommands</name>
    <message numerus="yes">
        <source>%n suggestion(s) accepted</source>
        <translation>
            <numerusform>%n suggestion accepted</numerusform>
            <numerusform>%n suggestions accepted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n occurrence(s) of “{words}” labelled {label}</source>
        <translation>
            <numerusform>%n occurrence of “{words}” labelled {label}</numerusform>
            <numerusform>%n occurrences of “{words}” labelled {label}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out, inside longer names</source>
        <translation>
            <numerusform>%n left out, inside a longer name</numerusform>
            <numerusform>%n left out, inside longer names</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Submitted with %n suggestion(s) not judged</source>
        <translation>
            <numerusform>Submitted with %n suggestion not judged</numerusform>
            <numerusform>Submitted with %n suggestions not judged</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArticleForm</name>
    <message numerus="yes">
        <source>Taken out of %n article(s).</source>
        <translation>
            <numerusform>Taken out of %n article.</numerusform>
            <numerusform>Taken out of %n articles.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArticleListPanel</name>
    <message numerus="yes">
        <source>Search {count} article(s)</source>
        <translation>
            <numerusform>Search {count} article</numerusform>
            <numerusform>Search {count} articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n done</numerusform>
            <numerusform>%n done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to discuss</source>
        <translation>
            <numerusform>%n to discuss</numerusform>
            <numerusform>%n to discuss</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArticlePresenter</name>
    <message numerus="yes">
        <source>%n piece(s) of evidence</source>
        <translation>
            <numerusform>%n piece of evidence</numerusform>
            <numerusform>%n pieces of evidence</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AttributionForm</name>
    <message numerus="yes">
        <source>Says %n other claim(s), too: they keep it as it is</source>
        <translation>
            <numerusform>Says another claim, too: that keeps it as it is</numerusform>
            <numerusform>Says %n other claims, too: they keep it as it is</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message numerus="yes">
        <source>%n thing(s) found</source>
        <translation>
            <numerusform>%n thing found</numerusform>
            <numerusform>%n things found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClaimCommands</name>
    <message numerus="yes">
        <source>%n claim(s) cannot be read without the article: the stand-alone form is empty, or has something in brackets.</source>
        <translation>
            <numerusform>%n claim cannot be read without the article: the stand-alone form is empty, or has something in brackets.</numerusform>
            <numerusform>%n claims cannot be read without the article: the stand-alone form is empty, or has something in brackets.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n claim(s) have a stand-alone form that was written for other words.</source>
        <translation>
            <numerusform>%n claim has a stand-alone form that was written for other words.</numerusform>
            <numerusform>%n claims have a stand-alone form that was written for other words.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClaimsListView</name>
    <message numerus="yes">
        <source>%n claim(s)</source>
        <translation>
            <numerusform>%n claim</numerusform>
            <numerusform>%n claims</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of colleagues left as they are</source>
        <translation>
            <numerusform>%n of a colleague left as it is</numerusform>
            <numerusform>%n of colleagues left as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in submitted articles left as they are</source>
        <translation>
            <numerusform>%n in a submitted article left as it is</numerusform>
            <numerusform>%n in submitted articles left as they are</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CollaborationCommands</name>
    <message numerus="yes">
        <source>%n layer(s) in two versions</source>
        <translation>
            <numerusform>%n layer in two versions</numerusform>
            <numerusform>%n layers in two versions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeleteDialog</name>
    <message numerus="yes">
        <source>also the %n source(s) that only this article uses</source>
        <translation type="vanished">
            <numerusform>also the %n outside source that only this article uses</numerusform>
            <numerusform>also the %n outside sources that only this article uses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>also the %n outside source(s) that only this article uses</source>
        <translation>
            <numerusform>also the %n outside source that only this article uses</numerusform>
            <numerusform>also the %n outside sources that only this article uses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>also in the %n backup(s) of this project</source>
        <translation>
            <numerusform>also in the %n backup of this project</numerusform>
            <numerusform>also in the %n backups of this project</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} annotation(s) and decision(s) of {name}</source>
        <translation>
            <numerusform>{count} annotation or decision of {name}</numerusform>
            <numerusform>{count} annotations and decisions of {name}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n verdict(s) among them</source>
        <translation>
            <numerusform>%n verdict among them</numerusform>
            <numerusform>%n verdicts among them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} suggestion(s) of the machine</source>
        <translation>
            <numerusform>{count} suggestion of the machine</numerusform>
            <numerusform>{count} suggestions of the machine</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kept file(s) of its outside sources</source>
        <translation>
            <numerusform>%n kept file of its outside sources</numerusform>
            <numerusform>%n kept files of its outside sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kept file(s) of its sources</source>
        <translation type="vanished">
            <numerusform>%n kept file of its outside sources</numerusform>
            <numerusform>%n kept files of its outside sources</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>Those in the list now (%n)</source>
        <translation>
            <numerusform>That in the list now (%n)</numerusform>
            <numerusform>Those in the list now (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All articles (%n)</source>
        <translation>
            <numerusform>All articles (%n)</numerusform>
            <numerusform>All articles (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportOutcome</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>%n annotation</numerusform>
            <numerusform>%n annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) have no such work yet.</source>
        <translation>
            <numerusform>%n article has no such work yet.</numerusform>
            <numerusform>%n articles have no such work yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The format could not carry %n thing(s):</source>
        <translation>
            <numerusform>The format could not carry %n thing:</numerusform>
            <numerusform>The format could not carry %n things:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FeedbackList</name>
    <message numerus="yes">
        <source>Adopt all %n</source>
        <translation>
            <numerusform>Adopt %n</numerusform>
            <numerusform>Adopt all %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FoldersDialog</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) still being written</source>
        <translation>
            <numerusform>%n file still being written</numerusform>
            <numerusform>%n files still being written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Passed over, because it leads out of the folder or is no file: %n thing(s)</source>
        <translation>
            <numerusform>Passed over, because it leads out of the folder or is no file: %n thing</numerusform>
            <numerusform>Passed over, because they lead out of the folder or are no files: %n things</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s) not placed</source>
        <translation>
            <numerusform>%n annotation not placed</numerusform>
            <numerusform>%n annotations not placed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>History</name>
    <message numerus="yes">
        <source>Accepted %n suggestion(s)</source>
        <translation>
            <numerusform>Accepted %n suggestion</numerusform>
            <numerusform>Accepted %n suggestions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rejected %n suggestion(s)</source>
        <translation>
            <numerusform>Rejected %n suggestion</numerusform>
            <numerusform>Rejected %n suggestions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Labelled %n place(s) {label}</source>
        <translation>
            <numerusform>Labelled %n place {label}</numerusform>
            <numerusform>Labelled %n places {label}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Relabelled %n place(s) {label}</source>
        <translation>
            <numerusform>Relabelled %n place {label}</numerusform>
            <numerusform>Relabelled %n places {label}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removed %n annotation(s)</source>
        <translation>
            <numerusform>Removed %n annotation</numerusform>
            <numerusform>Removed %n annotations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportCommands</name>
    <message numerus="yes">
        <source>%n name(s) of {file} are offered from now on</source>
        <translation>
            <numerusform>%n name of {file} is offered from now on</numerusform>
            <numerusform>%n names of {file} are offered from now on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) imported</source>
        <translation>
            <numerusform>%n article imported</numerusform>
            <numerusform>%n articles imported</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportProgress</name>
    <message numerus="yes">
        <source>%n article(s) imported</source>
        <translation>
            <numerusform>%n article imported</numerusform>
            <numerusform>%n articles imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known already</source>
        <translation>
            <numerusform>%n known already</numerusform>
            <numerusform>%n known already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>%n annotation</numerusform>
            <numerusform>%n annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) passed over</source>
        <translation>
            <numerusform>%n file passed over</numerusform>
            <numerusform>%n files passed over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) could not be imported:</source>
        <translation>
            <numerusform>%n thing could not be imported:</numerusform>
            <numerusform>%n things could not be imported:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JudgingCommands</name>
    <message numerus="yes">
        <source>%n name(s)</source>
        <translation>
            <numerusform>%n name</numerusform>
            <numerusform>%n names</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n claim(s)</source>
        <translation>
            <numerusform>%n claim</numerusform>
            <numerusform>%n claims</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LearnDialog</name>
    <message numerus="yes">
        <source>%n article(s) judged to the end.</source>
        <translation>
            <numerusform>%n article judged to the end.</numerusform>
            <numerusform>%n articles judged to the end.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Learnt from %n article(s), measured on those that were not learnt from.</source>
        <translation>
            <numerusform>Learnt from %n article, measured on those that were not learnt from.</numerusform>
            <numerusform>Learnt from %n articles, measured on those that were not learnt from.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Occurrences</name>
    <message numerus="yes">
        <source>Removed the label in %n place(s)</source>
        <translation>
            <numerusform>Removed the label in %n place</numerusform>
            <numerusform>Removed the label in %n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Labelled %n place(s) {label}</source>
        <translation>
            <numerusform>Labelled %n place {label}</numerusform>
            <numerusform>Labelled %n places {label}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) …</source>
        <translation>
            <numerusform>%n place …</numerusform>
            <numerusform>%n places …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>searching … %n so far</source>
        <translation>
            <numerusform>searching … %n so far</numerusform>
            <numerusform>searching … %n so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n article(s)</source>
        <translation>
            <numerusform>in %n article</numerusform>
            <numerusform>in %n articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message numerus="yes">
        <source>%n claim(s)</source>
        <translation>
            <numerusform>%n claim</numerusform>
            <numerusform>%n claims</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entity(ies)</source>
        <translation>
            <numerusform>%n entity</numerusform>
            <numerusform>%n entities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to judge</source>
        <translation>
            <numerusform>%n to judge</numerusform>
            <numerusform>%n to judge</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutlineRow</name>
    <message numerus="yes">
        <source>says %n claim(s)</source>
        <translation>
            <numerusform>says %n claim</numerusform>
            <numerusform>says %n claims</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to judge</source>
        <translation>
            <numerusform>%n to judge</numerusform>
            <numerusform>%n to judge</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>%n annotation</numerusform>
            <numerusform>%n annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>More than %n articles: these are the first; what is set for all is for the others too</source>
        <translation>
            <numerusform>More than %n article: this is the first; what is set for all is for the others too</numerusform>
            <numerusform>More than %n articles: these are the first; what is set for all is for the others too</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) will come in</source>
        <translation>
            <numerusform>%n article will come in</numerusform>
            <numerusform>%n articles will come in</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProgressDialog</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not begun</source>
        <translation>
            <numerusform>%n not begun</numerusform>
            <numerusform>%n not begun</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about {hours} hour(s) left</source>
        <translation>
            <numerusform>about {hours} hour left</numerusform>
            <numerusform>about {hours} hours left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>%n annotation</numerusform>
            <numerusform>%n annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unsure</source>
        <translation>
            <numerusform>%n unsure</numerusform>
            <numerusform>%n unsure</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{minutes} minute(s) an article (median)</source>
        <translation>
            <numerusform>{minutes} minute an article (median)</numerusform>
            <numerusform>{minutes} minutes an article (median)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueLine</name>
    <message numerus="yes">
        <source>%n claim(s)</source>
        <translation>
            <numerusform>%n claim</numerusform>
            <numerusform>%n claims</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>%n label</numerusform>
            <numerusform>%n labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n doubtful</source>
        <translation>
            <numerusform>%n doubtful</numerusform>
            <numerusform>%n doubtful</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new name(s)</source>
        <translation>
            <numerusform>%n new name</numerusform>
            <numerusform>%n new names</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to judge</source>
        <translation>
            <numerusform>%n to judge</numerusform>
            <numerusform>%n to judge</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReceiveDialog</name>
    <message numerus="yes">
        <source>%n new article(s)</source>
        <translation>
            <numerusform>%n new article</numerusform>
            <numerusform>%n new articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known already</source>
        <translation>
            <numerusform>%n known already</numerusform>
            <numerusform>%n known already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) with another text: they come beside</source>
        <translation>
            <numerusform>%n article with another text: it comes beside</numerusform>
            <numerusform>%n articles with another text: they come beside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) of machines left aside</source>
        <translation>
            <numerusform>%n layer of machines left aside</numerusform>
            <numerusform>%n layers of machines left aside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n newer</source>
        <translation>
            <numerusform>%n newer</numerusform>
            <numerusform>%n newer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in two versions</source>
        <translation>
            <numerusform>%n in two versions</numerusform>
            <numerusform>%n in two versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n here already</source>
        <translation>
            <numerusform>%n here already</numerusform>
            <numerusform>%n here already</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message numerus="yes">
        <source>%n word(s) from the review of your work</source>
        <translation type="vanished">
            <numerusform>%n remark from the review of your work</numerusform>
            <numerusform>%n remarks from the review of your work</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n remark(s) from the review of your work</source>
        <translation>
            <numerusform>%n remark from the review of your work</numerusform>
            <numerusform>%n remarks from the review of your work</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) left</source>
        <translation>
            <numerusform>%n difference left</numerusform>
            <numerusform>%n differences left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed since</source>
        <translation>
            <numerusform>%n changed since</numerusform>
            <numerusform>%n changed since</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept %n unanimous</source>
        <translation>
            <numerusform>Accept %n unanimous</numerusform>
            <numerusform>Accept %n unanimous</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewWorkspace</name>
    <message numerus="yes">
        <source>%n difference(s) left</source>
        <translation>
            <numerusform>%n difference left</numerusform>
            <numerusform>%n differences left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message numerus="yes">
        <source>%n not saved yet</source>
        <translation>
            <numerusform>%n not saved yet</numerusform>
            <numerusform>%n not saved yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) did not fit and were left out</source>
        <translation>
            <numerusform>%n edit did not fit and was left out</numerusform>
            <numerusform>%n edits did not fit and were left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SchemeEditor</name>
    <message numerus="yes">
        <source>used %n time(s)</source>
        <translation>
            <numerusform>used %n time</numerusform>
            <numerusform>used %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s) now carry {code}.</source>
        <translation>
            <numerusform>%n annotation now carries {code}.</numerusform>
            <numerusform>%n annotations now carry {code}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) are new.</source>
        <translation>
            <numerusform>%n label is new.</numerusform>
            <numerusform>%n labels are new.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendDialog</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SimilarClaimsCommands</name>
    <message numerus="yes">
        <source>%n piece(s) of evidence carried over</source>
        <translation>
            <numerusform>%n piece of evidence carried over</numerusform>
            <numerusform>%n pieces of evidence carried over</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SimilarClaimsList</name>
    <message numerus="yes">
        <source>%n piece(s) of evidence</source>
        <translation>
            <numerusform>%n piece of evidence</numerusform>
            <numerusform>%n pieces of evidence</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SuggestionCommands</name>
    <message numerus="yes">
        <source>%n article(s) without suggestions</source>
        <translation>
            <numerusform>%n article without suggestions</numerusform>
            <numerusform>%n articles without suggestions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SuggestionStatus</name>
    <message numerus="yes">
        <source>suggesting: %n left</source>
        <translation type="vanished">
            <numerusform>suggestions on their way: %n article left</numerusform>
            <numerusform>suggestions on their way: %n articles left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>suggestions on their way: %n article(s) left</source>
        <translation>
            <numerusform>suggestions on their way: %n article left</numerusform>
            <numerusform>suggestions on their way: %n articles left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnsavedDialog</name>
    <message numerus="yes">
        <source>%n edit(s) of {name} are not saved yet</source>
        <translation>
            <numerusform>%n edit of {name} is not saved yet</numerusform>
            <numerusform>%n edits of {name} are not saved yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message numerus="yes">
        <source>%n entity(ies)</source>
        <translation>
            <numerusform>%n entity</numerusform>
            <numerusform>%n entities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n claim(s)</source>
        <translation>
            <numerusform>%n claim</numerusform>
            <numerusform>%n claims</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more difference(s)</source>
        <translation>
            <numerusform>and %n more difference</numerusform>
            <numerusform>and %n more differences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WatchedFolderCommands</name>
    <message numerus="yes">
        <source>%n new article(s) in watched folders</source>
        <translation>
            <numerusform>%n new article in watched folders</numerusform>
            <numerusform>%n new articles in watched folders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s) placed</source>
        <translation>
            <numerusform>%n annotation placed</numerusform>
            <numerusform>%n annotations placed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not</source>
        <translation>
            <numerusform>%n not</numerusform>
            <numerusform>%n not</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more new version(s)</source>
        <translation>
            <numerusform>and %n more new version</numerusform>
            <numerusform>and %n more new versions</numerusform>
        </translation>
    </message>
</context>
</TS>
