<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>DoctorPage</name>
    <message numerus="yes">
        <source>%n problem(s) to mend</source>
        <translation>
            <numerusform>%n problem to mend</numerusform>
            <numerusform>%n problems to mend</numerusform>
        </translation>
    </message>
</context>
</TS>
