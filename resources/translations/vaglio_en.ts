<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Bench</name>
    <message numerus="yes">
        <source>%n occurrence(s) of “{words}” labelled {label}</source>
        <translation>
            <numerusform>%n occurrence of “{words}” labelled {label}</numerusform>
            <numerusform>%n occurrences of “{words}” labelled {label}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Submitted with %n suggestion(s) not judged</source>
        <translation>
            <numerusform>Submitted with %n suggestion not judged</numerusform>
            <numerusform>Submitted with %n suggestions not judged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) without suggestions</source>
        <translation>
            <numerusform>%n article without suggestions</numerusform>
            <numerusform>%n articles without suggestions</numerusform>
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
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>suggesting: %n left</source>
        <translation>
            <numerusform>suggesting: %n left</numerusform>
            <numerusform>suggesting: %n left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n source</numerusform>
            <numerusform>%n sources</numerusform>
        </translation>
    </message>
</context>
</TS>
