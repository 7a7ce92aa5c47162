<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec</source>
        <translation>ene feb mar abr may jun jul ago sep oct nov dic</translation>
    </message>
    <message>
        <source>{text} could be {one} or {other}: write it in one of these ways.</source>
        <translation>{text} podría ser {one} o {other}: escríbalo de una de estas formas.</translation>
    </message>
    <message>
        <source>&apos;{unit}&apos; is no unit here: give the number in {wanted}.</source>
        <translation>«{unit}» no es aquí una unidad: indique el número en {wanted}.</translation>
    </message>
    <message>
        <source>This is no number: write digits with one decimal mark, such as {example}, with &lt; or &gt; before it if need be.</source>
        <translation>Esto no es un número: escriba cifras con un solo signo decimal, como {example}, precedidas de &lt; o &gt; si hace falta.</translation>
    </message>
    <message>
        <source>The year needs its four digits: write 3 Apr 2026, 2026-04-03, Apr 2026 or 2026.</source>
        <translation>El año necesita sus cuatro cifras: escriba 3 abr 2026, 2026-04-03, abr 2026 o 2026.</translation>
    </message>
    <message>
        <source>There is no such day or month: write 3 Apr 2026, 2026-04-03, Apr 2026 or 2026.</source>
        <translation>No existe ese día o ese mes: escriba 3 abr 2026, 2026-04-03, abr 2026 o 2026.</translation>
    </message>
    <message>
        <source>This is no date: write 3 Apr 2026, 2026-04-03, Apr 2026 or 2026.</source>
        <translation>Esto no es una fecha: escriba 3 abr 2026, 2026-04-03, abr 2026 o 2026.</translation>
    </message>
    <message>
        <source>{number} looks like {unit}.</source>
        <translation>{number} parece un valor en {unit}.</translation>
    </message>
    <message>
        <source>Or is it in {unit}?</source>
        <translation>¿O está en {unit}?</translation>
    </message>
    <message>
        <source>{some} or {last}</source>
        <translation>{some} o {last}</translation>
    </message>
    <message>
        <source>{some} and {last}</source>
        <translation>{some} y {last}</translation>
    </message>
    <message>
        <source>too old</source>
        <translation>demasiado antiguo</translation>
    </message>
    <message>
        <source>not exact</source>
        <translation>no exacto</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Paciente</translation>
    </message>
    <message>
        <source>Review and print</source>
        <translation>Revisar e imprimir</translation>
    </message>
    <message>
        <source>done</source>
        <translation>hecha</translation>
    </message>
    <message>
        <source>gaps</source>
        <translation>con huecos</translation>
    </message>
    <message>
        <source>untouched</source>
        <translation>sin empezar</translation>
    </message>
    <message>
        <source>problem</source>
        <translation>problema</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>no se necesita</translation>
    </message>
    <message>
        <source>not yet known</source>
        <translation>aún no se sabe</translation>
    </message>
    <message>
        <source>{count} to check</source>
        <translation>{count} por revisar</translation>
    </message>
    <message>
        <source>1 open</source>
        <translation>1 sin responder</translation>
    </message>
    <message>
        <source>{count} open</source>
        <translation>{count} sin responder</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Fecha de nacimiento</translation>
    </message>
    <message>
        <source>Date of the screening</source>
        <translation>Fecha de la evaluación</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>unidad</translation>
    </message>
    <message>
        <source>date</source>
        <translation>fecha</translation>
    </message>
    <message>
        <source>is that all?</source>
        <translation>¿es todo?</translation>
    </message>
    <message>
        <source>row {number}, {column}</source>
        <translation>fila {number}, {column}</translation>
    </message>
    <message>
        <source>{reason}; open for {results}</source>
        <translation>{reason}; pendiente para {results}</translation>
    </message>
    <message>
        <source>typed: {typed}. {reason}</source>
        <translation>escrito: {typed}. {reason}</translation>
    </message>
    <message>
        <source>There is no {file} in {folder}.</source>
        <translation>No hay {file} en {folder}.</translation>
    </message>
    <message>
        <source>{file} is not read: name it {name}.</source>
        <translation>{file} no se lee: su nombre debe ser {name}.</translation>
    </message>
    <message>
        <source>The form &apos;{name}&apos; is there twice, in {first} and in {second}: take one of them out.</source>
        <translation>El formulario «{name}» está dos veces, en {first} y en {second}: hay que quitar uno de los dos.</translation>
    </message>
    <message>
        <source>Your own forms can&apos;t be read ({file}: {reason}): make their folder reachable, then start again.</source>
        <translation>Los formularios propios no se pueden leer ({file}: {reason}): cuando su carpeta esté accesible, iniciar de nuevo.</translation>
    </message>
    <message>
        <source>There is no folder {folder}.</source>
        <translation>No existe la carpeta {folder}.</translation>
    </message>
    <message>
        <source>There is no form &apos;{name}&apos; ({remedy}), and no folder of that name.</source>
        <translation>No hay ningún formulario «{name}» ({remedy}) ni ninguna carpeta con ese nombre.</translation>
    </message>
    <message>
        <source>There is no {file} at {path}, nor files in a folder named like that of a shipped form ({names}).</source>
        <translation>No hay {file} en {path}, ni archivos en una carpeta con el nombre de la de un formulario incluido ({names}).</translation>
    </message>
    <message>
        <source>The form has no question &apos;{name}&apos;.</source>
        <translation>El formulario no tiene ninguna pregunta «{name}».</translation>
    </message>
    <message>
        <source>&apos;Not done&apos; is no answer here: give {wanted}.</source>
        <translation>«No se hizo» no es una respuesta aquí: indique {wanted}.</translation>
    </message>
    <message>
        <source>This question takes {wanted}.</source>
        <translation>Esta pregunta admite {wanted}.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>one of: {options}</source>
        <translation>una de estas opciones: {options}</translation>
    </message>
    <message>
        <source>a list of: {options}</source>
        <translation>una lista de: {options}</translation>
    </message>
    <message>
        <source>a whole number {limits}</source>
        <translation>un número entero {limits}</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>un número entero</translation>
    </message>
    <message>
        <source>a number with its unit ({units})</source>
        <translation>un número con su unidad ({units})</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>un número</translation>
    </message>
    <message>
        <source>a date: year, month or day</source>
        <translation>una fecha: año, mes o día</translation>
    </message>
    <message>
        <source>words</source>
        <translation>texto</translation>
    </message>
    <message>
        <source>rows of {columns}</source>
        <translation>filas de {columns}</translation>
    </message>
    <message>
        <source>There is no such day as {date}: give year, month and day, such as 2026-09-03.</source>
        <translation>No existe el día {date}: indique año, mes y día, como 2026-09-03.</translation>
    </message>
    <message>
        <source>A day needs its month: give year, month and day, such as 2026-09-03.</source>
        <translation>Un día necesita su mes: indique año, mes y día, como 2026-09-03.</translation>
    </message>
    <message>
        <source>{date} is after the assessment: give a date up to {last}.</source>
        <translation>{date} es posterior a la evaluación: indique una fecha hasta {last}.</translation>
    </message>
    <message>
        <source>{date} is before the patient&apos;s birth: give a date from {born} on.</source>
        <translation>{date} es anterior al nacimiento del paciente: indique una fecha desde {born}.</translation>
    </message>
    <message>
        <source>That would be an age of {age} years: is the year right? Up to {most} is possible.</source>
        <translation>Eso daría una edad de {age} años: ¿es correcto el año? Son posibles hasta {most}.</translation>
    </message>
    <message>
        <source>That would be an age of {age}, which is unusual: most are between {lowest} and {highest}. Is the date right?</source>
        <translation>Eso daría una edad de {age}, inusual: la mayoría está entre {lowest} y {highest}. ¿Es correcta la fecha?</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is no option here: {remedy}</source>
        <translation>«{name}» no es una opción aquí: {remedy}</translation>
    </message>
    <message>
        <source>Nothing is chosen: choose from {wanted}, or give a reason for no value.</source>
        <translation>No se ha elegido nada: elija {wanted}, o indique un motivo de que no haya valor.</translation>
    </message>
    <message>
        <source>An option is named twice: name each one once.</source>
        <translation>Una opción está dos veces: indique cada una una sola vez.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; excludes the others: choose it alone, or leave it out.</source>
        <translation>«{name}» excluye las demás: elíjala sola o quítela.</translation>
    </message>
    <message>
        <source>This is no number: give digits with a point, such as 8.1.</source>
        <translation>Esto no es un número: indique cifras con un punto, como 8.1.</translation>
    </message>
    <message>
        <source>&apos;{sign}&apos; is not understood: only &lt; or &gt; may stand before the number.</source>
        <translation>«{sign}» no se entiende: ante el número solo puede haber &lt; o &gt;.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is no unit of this quantity: {remedy}</source>
        <translation>«{name}» no es una unidad de esta magnitud: {remedy}</translation>
    </message>
    <message>
        <source>This quantity takes no date: leave it out.</source>
        <translation>Esta magnitud no lleva fecha: quítela.</translation>
    </message>
    <message>
        <source>Nothing below {value} is possible here: give a number {limits}.</source>
        <translation>Aquí no es posible nada por debajo de {value}: indique un número {limits}.</translation>
    </message>
    <message>
        <source>Nothing above {value} is possible here: give a number {limits}.</source>
        <translation>Aquí no es posible nada por encima de {value}: indique un número {limits}.</translation>
    </message>
    <message>
        <source>{value} is not possible: give a number {limits}.</source>
        <translation>{value} no es posible: indique un número {limits}.</translation>
    </message>
    <message>
        <source>Nothing is written: write something, or take the answer back.</source>
        <translation>No hay nada escrito: escriba algo o retire la respuesta.</translation>
    </message>
    <message>
        <source>The text has {count} characters: up to {most} are kept.</source>
        <translation>El texto tiene {count} caracteres: se guardan hasta {most}.</translation>
    </message>
    <message>
        <source>There are {count} rows: up to {most} are kept.</source>
        <translation>Hay {count} filas: se guardan hasta {most}.</translation>
    </message>
    <message>
        <source>Row {number} is empty: fill it in, or take it out.</source>
        <translation>La fila {number} está vacía: rellénela o quítela.</translation>
    </message>
    <message>
        <source>Row {number}: there is no column &apos;{name}&apos; ({remedy}).</source>
        <translation>Fila {number}: no hay ninguna columna «{name}» ({remedy}).</translation>
    </message>
    <message>
        <source>Row {number}, {column}: {reason}</source>
        <translation>Fila {number}, {column}: {reason}</translation>
    </message>
    <message>
        <source>from {lowest} to {highest}</source>
        <translation>de {lowest} a {highest}</translation>
    </message>
    <message>
        <source>{value} is unusual: most are between {lowest} and {highest}. Is it right?</source>
        <translation>{value} es inusual: la mayoría está entre {lowest} y {highest}. ¿Es correcto?</translation>
    </message>
    <message>
        <source>write 2026-09-03, 2026-09 or 2026</source>
        <translation>escriba 2026-09-03, 2026-09 o 2026</translation>
    </message>
    <message>
        <source>This is not {whole}.</source>
        <translation>Esto no es {whole}.</translation>
    </message>
    <message>
        <source>write {parts}</source>
        <translation>escriba {parts}</translation>
    </message>
    <message>
        <source>There is no &apos;{name}&apos; here.</source>
        <translation>Aquí no hay «{name}».</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; is no date.</source>
        <translation>«{text}» no es una fecha.</translation>
    </message>
    <message>
        <source>There is no such date as {text}.</source>
        <translation>No existe la fecha {text}.</translation>
    </message>
    <message>
        <source>a reason for no value</source>
        <translation>un motivo de que no haya valor</translation>
    </message>
    <message>
        <source>a reason</source>
        <translation>un motivo</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; is no reason for no value.</source>
        <translation>«{text}» no es un motivo de que no haya valor.</translation>
    </message>
    <message>
        <source>an option</source>
        <translation>una opción</translation>
    </message>
    <message>
        <source>The option is missing.</source>
        <translation>Falta la opción.</translation>
    </message>
    <message>
        <source>write chosen: and {wanted}</source>
        <translation>escriba chosen: y {wanted}</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; is no whole number.</source>
        <translation>«{text}» no es un número entero.</translation>
    </message>
    <message>
        <source>give {wanted}</source>
        <translation>indique {wanted}</translation>
    </message>
    <message>
        <source>a quantity</source>
        <translation>una magnitud</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; is no number.</source>
        <translation>«{text}» no es un número.</translation>
    </message>
    <message>
        <source>give {wanted}, such as 8.1 or &lt;0.01</source>
        <translation>indique {wanted}, como 8.1 o &lt;0.01</translation>
    </message>
    <message>
        <source>a unit</source>
        <translation>una unidad</translation>
    </message>
    <message>
        <source>a date</source>
        <translation>una fecha</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>una tabla</translation>
    </message>
    <message>
        <source>a row</source>
        <translation>una fila</translation>
    </message>
    <message>
        <source>write [a, b]</source>
        <translation>escriba [a, b]</translation>
    </message>
    <message>
        <source>The number is missing.</source>
        <translation>Falta el número.</translation>
    </message>
    <message>
        <source>write value: and the number</source>
        <translation>escriba value: y el número</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true o false</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; is neither true nor false.</source>
        <translation>«{text}» no es ni true ni false.</translation>
    </message>
    <message>
        <source>write true or false</source>
        <translation>escriba true o false</translation>
    </message>
    <message>
        <source>not assessed</source>
        <translation>no evaluado</translation>
    </message>
    <message>
        <source>unable</source>
        <translation>no es posible</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>rehusado</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>no se sabe</translation>
    </message>
    <message>
        <source>left</source>
        <translation>izquierda</translation>
    </message>
    <message>
        <source>right</source>
        <translation>derecha</translation>
    </message>
    <message>
        <source>an answers file needs &apos;form:&apos; and &apos;answers:&apos;</source>
        <translation>un archivo de respuestas necesita «form:» y «answers:»</translation>
    </message>
    <message>
        <source>the id of a form</source>
        <translation>el identificador de un formulario</translation>
    </message>
    <message>
        <source>a version</source>
        <translation>una versión</translation>
    </message>
    <message>
        <source>These answers are for the form &apos;{theirs}&apos;, not &apos;{this}&apos;.</source>
        <translation>Estas respuestas son del formulario «{theirs}», no de «{this}».</translation>
    </message>
    <message>
        <source>a note in words</source>
        <translation>una nota en palabras</translation>
    </message>
    <message>
        <source>an answers file</source>
        <translation>un archivo de respuestas</translation>
    </message>
    <message>
        <source>There is no &apos;{name}&apos; in this file.</source>
        <translation>En este archivo no hay «{name}».</translation>
    </message>
    <message>
        <source>a list of questions, each with what is said to it</source>
        <translation>una lista de preguntas, cada una con lo que se dice de ella</translation>
    </message>
    <message>
        <source>an answer for each side</source>
        <translation>una respuesta para cada lado</translation>
    </message>
    <message>
        <source>the patient</source>
        <translation>el paciente</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; has {count} letters; it stands on every page.</source>
        <translation>«{name}» tiene {count} letras; figura en todas las páginas.</translation>
    </message>
    <message>
        <source>shorten it to {most}</source>
        <translation>acórtelo a {most}</translation>
    </message>
    <message>
        <source>the summary</source>
        <translation>el resumen</translation>
    </message>
    <message>
        <source>the signer</source>
        <translation>quien firma</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; says nothing of what the patient agrees to</source>
        <translation>«{name}» no dice a qué da su acuerdo el paciente</translation>
    </message>
    <message>
        <source>write {options}, or leave &apos;sharing&apos; out</source>
        <translation>escriba {options}, u omita «sharing»</translation>
    </message>
    <message>
        <source>date and time</source>
        <translation>fecha y hora</translation>
    </message>
    <message>
        <source>The date of the assessment is no date and time.</source>
        <translation>La fecha de la evaluación no es una fecha con hora.</translation>
    </message>
    <message>
        <source>asked</source>
        <translation>se pregunta</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>no se pregunta</translation>
    </message>
    <message>
        <source>open</source>
        <translation>por decidir</translation>
    </message>
    <message>
        <source>raised</source>
        <translation>presente</translation>
    </message>
    <message>
        <source>clear</source>
        <translation>no presente</translation>
    </message>
    <message>
        <source>not established</source>
        <translation>sin establecer</translation>
    </message>
    <message>
        <source>raised · {urgency}</source>
        <translation>presente · {urgency}</translation>
    </message>
    <message>
        <source>raised · {urgency}, unless an answer that is still open makes it less urgent</source>
        <translation>presente · {urgency}, salvo que una respuesta aún pendiente la haga menos urgente</translation>
    </message>
    <message>
        <source>does not apply</source>
        <translation>no procede</translation>
    </message>
    <message>
        <source>Not used at this clinic.</source>
        <translation>No se usa en este centro.</translation>
    </message>
    <message>
        <source>Always asked.</source>
        <translation>Se pregunta siempre.</translation>
    </message>
    <message>
        <source>Asked if {condition}.</source>
        <translation>Se pregunta si {condition}.</translation>
    </message>
    <message>
        <source>Compared with the publication: {text}.</source>
        <translation>Comparado con la publicación: {text}.</translation>
    </message>
    <message>
        <source>{total} of {maximum}</source>
        <translation>{total} de {maximum}</translation>
    </message>
    <message>
        <source>{total} of {maximum}, if it applies</source>
        <translation>{total} de {maximum}, si es aplicable</translation>
    </message>
    <message>
        <source>{lowest} to {highest} of {maximum}</source>
        <translation>{lowest} a {highest} de {maximum}</translation>
    </message>
    <message>
        <source>{condition}: {points}, else {others}</source>
        <translation>{condition}: {points}; si no, {others}</translation>
    </message>
    <message>
        <source>from {start}: {points}</source>
        <translation>desde {start}: {points}</translation>
    </message>
    <message>
        <source> (the worse side)</source>
        <translation> (el peor lado)</translation>
    </message>
    <message>
        <source> (each side)</source>
        <translation> (cada lado)</translation>
    </message>
    <message>
        <source>, not asked {points}</source>
        <translation>, si no se pregunta {points}</translation>
    </message>
    <message>
        <source>{outcome}: otherwise</source>
        <translation>{outcome}: en los demás casos</translation>
    </message>
    <message>
        <source>{outcome}: if {condition}</source>
        <translation>{outcome}: si {condition}</translation>
    </message>
    <message>
        <source>Applies if {condition}</source>
        <translation>Procede si {condition}</translation>
    </message>
    <message>
        <source>Not raised</source>
        <translation>No presente</translation>
    </message>
    <message>
        <source>no figure</source>
        <translation>sin cifra</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>no consta</translation>
    </message>
    <message>
        <source>not calculable</source>
        <translation>no calculable</translation>
    </message>
    <message>
        <source>possible {range}</source>
        <translation>posible {range}</translation>
    </message>
    <message>
        <source>percentage point</source>
        <translation>punto porcentual</translation>
    </message>
    <message>
        <source>percentage points</source>
        <translation>puntos porcentuales</translation>
    </message>
    <message>
        <source>{lowest} to {highest}</source>
        <translation>{lowest} a {highest}</translation>
    </message>
    <message>
        <source>{lowest} or more</source>
        <translation>{lowest} o más</translation>
    </message>
    <message>
        <source>{name}: {figure}, exactly at {limit}</source>
        <translation>{name}: {figure}, justo en {limit}</translation>
    </message>
    <message>
        <source>{name}: {figure}, {apart} above {limit}</source>
        <translation>{name}: {figure}, {apart} por encima de {limit}</translation>
    </message>
    <message>
        <source>{name}: {figure}, {apart} below {limit}</source>
        <translation>{name}: {figure}, {apart} por debajo de {limit}</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>No procede</translation>
    </message>
    <message>
        <source>Commonly an exclusion in trials of this kind</source>
        <translation>Suele ser motivo de exclusión en ensayos de este tipo</translation>
    </message>
    <message>
        <source>Information needed</source>
        <translation>Falta información</translation>
    </message>
    <message>
        <source>To discuss with the trial team</source>
        <translation>Por comentar con el equipo del ensayo</translation>
    </message>
    <message>
        <source>No concern on the information recorded</source>
        <translation>Nada que señalar con la información registrada</translation>
    </message>
    <message>
        <source>no limit configured at this clinic; value only</source>
        <translation>en este centro no hay límite configurado; solo el valor</translation>
    </message>
    <message>
        <source>{one} is {other}</source>
        <translation>{one} es {other}</translation>
    </message>
    <message>
        <source>{one} is not {other}</source>
        <translation>{one} no es {other}</translation>
    </message>
    <message>
        <source>{one} is below {other}</source>
        <translation>{one} es menor que {other}</translation>
    </message>
    <message>
        <source>{one} is at most {other}</source>
        <translation>{one} es como máximo {other}</translation>
    </message>
    <message>
        <source>{one} is above {other}</source>
        <translation>{one} es mayor que {other}</translation>
    </message>
    <message>
        <source>{one} is at least {other}</source>
        <translation>{one} es al menos {other}</translation>
    </message>
    <message>
        <source>{one} is not below {other}</source>
        <translation>{one} no es menor que {other}</translation>
    </message>
    <message>
        <source>{one} is not at most {other}</source>
        <translation>{one} no es como máximo {other}</translation>
    </message>
    <message>
        <source>{one} is not above {other}</source>
        <translation>{one} no es mayor que {other}</translation>
    </message>
    <message>
        <source>{one} is not at least {other}</source>
        <translation>{one} no es al menos {other}</translation>
    </message>
    <message>
        <source>{date} is within the {count} days before the assessment</source>
        <translation>{date} está en los {count} días anteriores a la evaluación</translation>
    </message>
    <message>
        <source>{date} is within the {count} weeks before the assessment</source>
        <translation>{date} está en las {count} semanas anteriores a la evaluación</translation>
    </message>
    <message>
        <source>{date} is within the {count} months before the assessment</source>
        <translation>{date} está en los {count} meses anteriores a la evaluación</translation>
    </message>
    <message>
        <source>{date} is within the {count} years before the assessment</source>
        <translation>{date} está en los {count} años anteriores a la evaluación</translation>
    </message>
    <message>
        <source>whole years since {one}</source>
        <translation>años cumplidos desde {one}</translation>
    </message>
    <message>
        <source>the fall from {one} to {other}</source>
        <translation>el descenso de {one} a {other}</translation>
    </message>
    <message>
        <source>CKD-EPI 2021 from {all}</source>
        <translation>CKD-EPI 2021 con {all}</translation>
    </message>
    <message>
        <source>days between {all}</source>
        <translation>días entre {all}</translation>
    </message>
    <message>
        <source>the smaller of {all}</source>
        <translation>el menor de {all}</translation>
    </message>
    <message>
        <source>the larger of {all}</source>
        <translation>el mayor de {all}</translation>
    </message>
    <message>
        <source>always</source>
        <translation>siempre</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>on both sides, {condition}</source>
        <translation>en ambos lados, {condition}</translation>
    </message>
    <message>
        <source>on either side, {condition}</source>
        <translation>en al menos un lado, {condition}</translation>
    </message>
    <message>
        <source>at least {n} of: {conditions}</source>
        <translation>al menos {n} de: {conditions}</translation>
    </message>
    <message>
        <source>{list} includes {option}</source>
        <translation>{list} incluye {option}</translation>
    </message>
    <message>
        <source>{quantity} is in {units}</source>
        <translation>{quantity} está en {units}</translation>
    </message>
    <message>
        <source>{name} has a value</source>
        <translation>{name} tiene valor</translation>
    </message>
    <message>
        <source>{list} names at least one</source>
        <translation>{list} nombra al menos uno</translation>
    </message>
    <message>
        <source>{table} has a row</source>
        <translation>{table} tiene alguna fila</translation>
    </message>
    <message>
        <source>a row of {table} has: {condition}</source>
        <translation>una fila de {table} cumple: {condition}</translation>
    </message>
    <message>
        <source>every row of {table} has: {condition}</source>
        <translation>todas las filas de {table} cumplen: {condition}</translation>
    </message>
    <message>
        <source>{name} has no value</source>
        <translation>{name} no tiene valor</translation>
    </message>
    <message>
        <source>not ({condition})</source>
        <translation>no ({condition})</translation>
    </message>
    <message>
        <source>{question}: not yes</source>
        <translation>{question}: no es «sí»</translation>
    </message>
    <message>
        <source>{question}: yes</source>
        <translation>{question}: sí</translation>
    </message>
    <message>
        <source>the clinic&apos;s own limit</source>
        <translation>el límite propio del centro</translation>
    </message>
    <message>
        <source>the age in days of {quantity}</source>
        <translation>la antigüedad en días de {quantity}</translation>
    </message>
    <message>
        <source>the date of {quantity}</source>
        <translation>la fecha de {quantity}</translation>
    </message>
    <message>
        <source>the day of the assessment</source>
        <translation>el día de la evaluación</translation>
    </message>
    <message>
        <source>the date of birth</source>
        <translation>la fecha de nacimiento</translation>
    </message>
    <message>
        <source>{figure} for {name}</source>
        <translation>{figure} de {name}</translation>
    </message>
    <message>
        <source>the number of rows of {table} with: {condition}</source>
        <translation>el número de filas de {table} con: {condition}</translation>
    </message>
    <message>
        <source>how many are chosen in {list}</source>
        <translation>cuántas se eligen en {list}</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hoy</translation>
    </message>
    <message>
        <source>1 day old</source>
        <translation>hace 1 día</translation>
    </message>
    <message>
        <source>{days} days old</source>
        <translation>hace {days} días</translation>
    </message>
    <message>
        <source>The sides are the patient&apos;s</source>
        <translation>Los lados son los del paciente</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pregunta</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Age and remarks</source>
        <translation>Antigüedad y observaciones</translation>
    </message>
    <message>
        <source>{label} (normal {range})</source>
        <translation>{label} (normal {range})</translation>
    </message>
    <message>
        <source>Because of</source>
        <translation>A causa de</translation>
    </message>
    <message>
        <source>Why open</source>
        <translation>Por qué falta</translation>
    </message>
    <message>
        <source>Would settle</source>
        <translation>Aclararía</translation>
    </message>
    <message>
        <source>One question was not asked; it stands after what it depends on.</source>
        <translation>No se hizo una pregunta; figura detrás de aquello de lo que depende.</translation>
    </message>
    <message>
        <source>{count} questions were not asked; they stand after what they depend on.</source>
        <translation>No se hicieron {count} preguntas; figuran detrás de aquello de lo que dependen.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>Punto</translation>
    </message>
    <message>
        <source>On the information recorded</source>
        <translation>Según la información registrada</translation>
    </message>
    <message>
        <source>Why it is asked</source>
        <translation>Por qué se pregunta</translation>
    </message>
    <message>
        <source>generic composite</source>
        <translation>recopilación genérica</translation>
    </message>
    <message>
        <source>patient</source>
        <translation>paciente</translation>
    </message>
    <message>
        <source>document</source>
        <translation>documento</translation>
    </message>
    <message>
        <source>install the font package pylopdf-fonts-zh-cn or -zh-tw (Chinese), -jp (Japanese) or -ko (Korean), take these characters out, or use the summary as text</source>
        <translation>instalar el paquete de letras pylopdf-fonts-zh-cn o -zh-tw (chino), -jp (japonés) o -ko (coreano), quitar estos caracteres o usar el resumen como texto</translation>
    </message>
    <message>
        <source>write them in other letters, take them out, or use the summary as text</source>
        <translation>escribirlos con otras letras, quitarlos o usar el resumen como texto</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} más</translation>
    </message>
    <message>
        <source>can&apos;t print {characters} in: {places}</source>
        <translation>no se puede imprimir {characters} en: {places}</translation>
    </message>
    <message>
        <source>{answers} {reason}</source>
        <translation>{answers}: {reason}</translation>
    </message>
    <message>
        <source>{words} ({missing})</source>
        <translation>{words} ({missing})</translation>
    </message>
    <message>
        <source>{named} and {count} more</source>
        <translation>{named} y {count} más</translation>
    </message>
    <message>
        <source>Mesenchymal stem/stromal cell treatment for diabetic neuropathy is investigational. It is not an approved treatment and benefit has not been established.</source>
        <translation>El tratamiento de la neuropatía diabética con células madre o estromales mesenquimales está en investigación. No es un tratamiento aprobado y no se ha establecido su beneficio.</translation>
    </message>
    <message>
        <source>This summary lists recorded points that trial teams commonly ask about. It is not a decision about eligibility. Only the trial team can decide, using its own current protocol.</source>
        <translation>Este resumen enumera puntos registrados por los que suelen preguntar los equipos de ensayos. No es una decisión sobre la elegibilidad. Solo el equipo del ensayo puede decidir, con su protocolo vigente.</translation>
    </message>
    <message>
        <source>These criteria were to be read again by {date}.</source>
        <translation>Estos criterios debían releerse a más tardar el {date}.</translation>
    </message>
    <message>
        <source>Some clinics sell stem-cell injections for neuropathy. These are not approved. Serious harm has been reported. Listing on a trial registry, a patient fee, guarantees of results or treatment of many unrelated diseases are warning signs. Having such treatment can also exclude a person from real trials.</source>
        <translation>Algunas clínicas venden inyecciones de células madre para la neuropatía. No están aprobadas. Se han notificado daños graves. Figurar en un registro de ensayos, cobrar al paciente, prometer resultados seguros o tratar muchas enfermedades dispares son señales de alerta. Recibirlas puede además excluir de los ensayos reales.</translation>
    </message>
    <message>
        <source>One or more points recorded here are commonly reasons not to enter trials of this kind: {list}. A trial team may apply different rules.</source>
        <translation>Uno o más puntos registrados suelen ser motivo para no entrar en ensayos de este tipo: {list}. Un equipo de ensayo puede aplicar otras reglas.</translation>
    </message>
    <message>
        <source>These points are not recorded and are usually needed: {list}.</source>
        <translation>Estos puntos no constan y suelen hacer falta: {list}.</translation>
    </message>
    <message>
        <source>No commonly used exclusion is recorded. Points to discuss: {list}.</source>
        <translation>No consta ninguna exclusión de uso habitual. Puntos por comentar: {list}.</translation>
    </message>
    <message>
        <source>No commonly used exclusion is recorded on the information given. Eligibility can only be determined by a trial team against its own protocol.</source>
        <translation>Con la información dada no consta ninguna exclusión de uso habitual. La elegibilidad solo puede determinarla el equipo de un ensayo con su propio protocolo.</translation>
    </message>
    <message>
        <source>No trial enquiry was made.</source>
        <translation>No se hizo ninguna consulta sobre ensayos.</translation>
    </message>
    <message>
        <source>Whether there is a trial enquiry is not recorded.</source>
        <translation>No consta si hay una consulta sobre ensayos.</translation>
    </message>
    <message>
        <source>Copies of public records of registered trials, for reading only: no answer is compared with them. Trial details change: check the registry.</source>
        <translation>Copias de fichas públicas de ensayos registrados, solo para leer: ninguna respuesta se compara con ellas. Los datos de los ensayos cambian: consulte el registro.</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Producto</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>Administración</translation>
    </message>
    <message>
        <source>Design</source>
        <translation>Diseño</translation>
    </message>
    <message>
        <source>Status when read</source>
        <translation>Estado al leerlo</translation>
    </message>
    <message>
        <source>Entry points seen</source>
        <translation>Criterios de inclusión vistos</translation>
    </message>
    <message>
        <source>Exclusions seen</source>
        <translation>Criterios de exclusión vistos</translation>
    </message>
    <message>
        <source>Not seen</source>
        <translation>No visto</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>Sin certeza</translation>
    </message>
    <message>
        <source>read on {date}</source>
        <translation>leído el {date}</translation>
    </message>
    <message>
        <source>Criteria source: {source}, {made}, {review}. Trial details change: check the registry.</source>
        <translation>Fuente de los criterios: {source}, {made}, {review}. Los datos de los ensayos cambian: consulte el registro.</translation>
    </message>
    <message>
        <source>put together on {date}</source>
        <translation>elaborada el {date}</translation>
    </message>
    <message>
        <source>as read on {date}</source>
        <translation>tal como se leyó el {date}</translation>
    </message>
    <message>
        <source>reviewed on {date}</source>
        <translation>revisada el {date}</translation>
    </message>
    <message>
        <source>reviewed: {text}</source>
        <translation>revisada: {text}</translation>
    </message>
    <message>
        <source>not yet reviewed</source>
        <translation>aún sin revisar</translation>
    </message>
    <message>
        <source>read in part on {date}</source>
        <translation>leído en parte el {date}</translation>
    </message>
    <message>
        <source>record not read; from general knowledge, {date}</source>
        <translation>ficha no leída; de conocimiento general, {date}</translation>
    </message>
    <message>
        <source>to be read again by {date}</source>
        <translation>debe releerse a más tardar el {date}</translation>
    </message>
    <message>
        <source>Needed: {items}</source>
        <translation>Hace falta: {items}</translation>
    </message>
    <message>
        <source>{score} can&apos;t be completed, as these are not asked: {items}</source>
        <translation>{score}: no se puede completar, porque no se pregunta: {items}</translation>
    </message>
    <message>
        <source>Seen in: {trials}.</source>
        <translation>Visto en: {trials}.</translation>
    </message>
    <message>
        <source>no concern</source>
        <translation>nada que señalar</translation>
    </message>
    <message>
        <source>to discuss</source>
        <translation>por comentar</translation>
    </message>
    <message>
        <source>commonly an exclusion</source>
        <translation>motivo habitual de exclusión</translation>
    </message>
    <message>
        <source>information needed</source>
        <translation>falta información</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>no procede</translation>
    </message>
    <message>
        <source>not done</source>
        <translation>no se hizo</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>No se sabe</translation>
    </message>
    <message>
        <source>none chosen</source>
        <translation>ninguna elegida</translation>
    </message>
    <message>
        <source>more may be added</source>
        <translation>puede haber más</translation>
    </message>
    <message>
        <source>none</source>
        <translation>no hay</translation>
    </message>
    <message>
        <source>unusual, confirmed</source>
        <translation>inusual, confirmado</translation>
    </message>
    <message>
        <source>unusual, not confirmed</source>
        <translation>inusual, no confirmado</translation>
    </message>
    <message>
        <source>outside the range</source>
        <translation>fuera del intervalo</translation>
    </message>
    <message>
        <source>range of this clinic&apos;s laboratory</source>
        <translation>intervalo del laboratorio de este centro</translation>
    </message>
    <message>
        <source>unit not recorded</source>
        <translation>no consta la unidad</translation>
    </message>
    <message>
        <source>date not recorded</source>
        <translation>no consta la fecha</translation>
    </message>
    <message>
        <source>older than {days} days: not used</source>
        <translation>con más de {days} días: no se usa</translation>
    </message>
    <message>
        <source>incomplete ({answered} of {items}): possible {range}</source>
        <translation>sin completar ({answered} de {items}): posible {range}</translation>
    </message>
    <message>
        <source>{band} in any case</source>
        <translation>{band} en todo caso</translation>
    </message>
    <message>
        <source>undecided: {outcomes}</source>
        <translation>sin decidir: {outcomes}</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sin límite</translation>
    </message>
    <message>
        <source>missing: {items}</source>
        <translation>falta: {items}</translation>
    </message>
    <message>
        <source>≥{mark} reached</source>
        <translation>≥{mark} alcanzado</translation>
    </message>
    <message>
        <source>≥{mark} not reached</source>
        <translation>≥{mark} no alcanzado</translation>
    </message>
    <message>
        <source>≥{mark} reached in any case</source>
        <translation>≥{mark} alcanzado en todo caso</translation>
    </message>
    <message>
        <source>≥{mark} not reachable</source>
        <translation>≥{mark} no alcanzable</translation>
    </message>
    <message>
        <source>≥{mark} undecided</source>
        <translation>≥{mark} sin decidir</translation>
    </message>
    <message>
        <source>not normal, or yes</source>
        <translation>no normal, o sí</translation>
    </message>
    <message>
        <source>not normal, or yes; what has no normal answer or range isn&apos;t judged here</source>
        <translation>no normal, o sí; lo que no tiene respuesta ni intervalo normal no se valora aquí</translation>
    </message>
    <message>
        <source>not normal, or yes; a number without a range isn&apos;t judged here</source>
        <translation>no normal, o sí; una cifra sin intervalo no se valora aquí</translation>
    </message>
    <message>
        <source>{number} or more {unit}</source>
        <translation>{number} o más {unit}</translation>
    </message>
    <message>
        <source>fewer</source>
        <translation>menos</translation>
    </message>
    <message>
        <source>no result</source>
        <translation>sin resultado</translation>
    </message>
    <message>
        <source>Bold: {meaning}.</source>
        <translation>Negrita: {meaning}.</translation>
    </message>
    <message>
        <source>{words} (see below)</source>
        <translation>{words} (véase abajo)</translation>
    </message>
    <message>
        <source>Marked normal together, as a block: {items}</source>
        <translation>Marcado como normal en conjunto, por bloque: {items}</translation>
    </message>
    <message>
        <source>Found other than normal: {found}.</source>
        <translation>Fuera de lo normal: {found}.</translation>
    </message>
    <message>
        <source>Nothing recorded for</source>
        <translation>No consta nada de</translation>
    </message>
    <message>
        <source>undecided; missing: {items}</source>
        <translation>sin decidir; falta: {items}</translation>
    </message>
    <message>
        <source>answered as a block</source>
        <translation>respondido por bloque</translation>
    </message>
    <message>
        <source>Not sure: {text}</source>
        <translation>Sin certeza: {text}</translation>
    </message>
    <message>
        <source>What is not sure</source>
        <translation>Lo que no se sabe con certeza</translation>
    </message>
    <message>
        <source>not asked, so counted as missing: {items}</source>
        <translation>no se pregunta y cuenta como dato que falta: {items}</translation>
    </message>
    <message>
        <source>Answered no</source>
        <translation>Respuesta «no»</translation>
    </message>
    <message>
        <source>Note on {item}: {text}</source>
        <translation>Nota sobre {item}: {text}</translation>
    </message>
    <message>
        <source>Answered no, asked in a list</source>
        <translation>Respuesta «no», preguntado en lista</translation>
    </message>
    <message>
        <source>Of {count} points: {parts}.</source>
        <translation>De {count} puntos: {parts}.</translation>
    </message>
    <message>
        <source>{count} commonly an exclusion</source>
        <translation>exclusión habitual {count}</translation>
    </message>
    <message>
        <source>{count} information needed</source>
        <translation>falta información {count}</translation>
    </message>
    <message>
        <source>{count} to discuss</source>
        <translation>por comentar {count}</translation>
    </message>
    <message>
        <source>{count} no concern recorded</source>
        <translation>nada que señalar {count}</translation>
    </message>
    <message>
        <source>{count} not applicable</source>
        <translation>no procede {count}</translation>
    </message>
    <message>
        <source>row {row}</source>
        <translation>fila {row}</translation>
    </message>
    <message>
        <source>only known as {answer}</source>
        <translation>solo se conoce como {answer}</translation>
    </message>
    <message>
        <source>{words} on both sides</source>
        <translation>{words} (ambos lados)</translation>
    </message>
    <message>
        <source>{words} on the left, not asked on the right</source>
        <translation>{words} a la izquierda, no se pregunta a la derecha</translation>
    </message>
    <message>
        <source>{words} on the right, not asked on the left</source>
        <translation>{words} a la derecha, no se pregunta a la izquierda</translation>
    </message>
    <message>
        <source>not named</source>
        <translation>no señaladas</translation>
    </message>
    <message>
        <source>{label} left</source>
        <translation>{label} a la izquierda</translation>
    </message>
    <message>
        <source>{label} right</source>
        <translation>{label} a la derecha</translation>
    </message>
    <message>
        <source>{label} left and right</source>
        <translation>{label} a izquierda y derecha</translation>
    </message>
    <message>
        <source>left and right: {items}</source>
        <translation>ambos lados: {items}</translation>
    </message>
    <message>
        <source>left: {items}</source>
        <translation>izquierda: {items}</translation>
    </message>
    <message>
        <source>right: {items}</source>
        <translation>derecha: {items}</translation>
    </message>
    <message>
        <source>left {left}, right {right}</source>
        <translation>izquierda: {left}; derecha: {right}</translation>
    </message>
    <message>
        <source>By: {answers}.</source>
        <translation>Por: {answers}.</translation>
    </message>
    <message>
        <source>No open question could change a result; a test that was not done may. What is not recorded, was not possible or was not done stands under its heading.</source>
        <translation>Ninguna pregunta abierta podría cambiar un resultado; una prueba que no se hizo, sí podría. Lo que no consta, no fue posible o no se hizo figura en su apartado.</translation>
    </message>
    <message>
        <source>“{wording}”</source>
        <translation>«{wording}»</translation>
    </message>
    <message>
        <source>outside its normal range, or limited by the remark</source>
        <translation>fuera de su intervalo normal, o limitado por la observación</translation>
    </message>
    <message>
        <source>A figure without a range isn&apos;t judged here.</source>
        <translation>Una cifra sin intervalo no se valora aquí.</translation>
    </message>
    <message>
        <source>Clinician-administered, {date}.</source>
        <translation>Aplicado por personal clínico, {date}.</translation>
    </message>
    <message>
        <source>On a bar: solid is certain, hatched still possible, an upright line a cut-off.</source>
        <translation>En las barras: lleno, lo cierto; rayado, lo aún posible; línea vertical, un punto de corte.</translation>
    </message>
    <message>
        <source>No, with points</source>
        <translation>«No» con puntos</translation>
    </message>
    <message>
        <source>{words}, both sides</source>
        <translation>{words}, en ambos lados</translation>
    </message>
    <message>
        <source>Unremarkable on both sides</source>
        <translation>Sin particularidades (ambos lados)</translation>
    </message>
    <message>
        <source>named {place} ({count})</source>
        <translation>se nombran {place} ({count})</translation>
    </message>
    <message>
        <source>in the full summary</source>
        <translation>en el resumen completo</translation>
    </message>
    <message>
        <source>on the next pages</source>
        <translation>en las páginas siguientes</translation>
    </message>
    <message>
        <source>left: {words}</source>
        <translation>izquierda: {words}</translation>
    </message>
    <message>
        <source>right: {words}</source>
        <translation>derecha: {words}</translation>
    </message>
    <message>
        <source>Date of the assessment</source>
        <translation>Fecha de la evaluación</translation>
    </message>
    <message>
        <source>date of measurement</source>
        <translation>fecha de la medición</translation>
    </message>
    <message>
        <source>whether there are more</source>
        <translation>si hay más</translation>
    </message>
    <message>
        <source>Red flags</source>
        <translation>Signos de alarma</translation>
    </message>
    <message>
        <source>red flag</source>
        <translation>signo de alarma</translation>
    </message>
    <message>
        <source>Other red flags</source>
        <translation>Otros signos de alarma</translation>
    </message>
    <message>
        <source>None recorded</source>
        <translation>No consta ninguno</translation>
    </message>
    <message>
        <source>All {count} were asked and are clear.</source>
        <translation>Se preguntaron los {count}: ninguno presente.</translation>
    </message>
    <message>
        <source>None of {count} could be established.</source>
        <translation>No se pudo establecer ninguno de {count}.</translation>
    </message>
    <message>
        <source>{clear} of {count} are clear, {open} not established.</source>
        <translation>{clear} de {count} no presentes, {open} sin establecer.</translation>
    </message>
    <message>
        <source>Female, aged {age}</source>
        <translation>Mujer de {age} años</translation>
    </message>
    <message>
        <source>Male, aged {age}</source>
        <translation>Hombre de {age} años</translation>
    </message>
    <message>
        <source>Female, age not recorded</source>
        <translation>Mujer, no consta la edad</translation>
    </message>
    <message>
        <source>Male, age not recorded</source>
        <translation>Hombre, no consta la edad</translation>
    </message>
    <message>
        <source>Aged {age}</source>
        <translation>De {age} años</translation>
    </message>
    <message>
        <source>Not established</source>
        <translation>Sin establecer</translation>
    </message>
    <message>
        <source>How urgent it is depends on: {items}.</source>
        <translation>La urgencia depende de: {items}.</translation>
    </message>
    <message>
        <source>Answers that contradict each other</source>
        <translation>Respuestas que se contradicen</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Por hacer</translation>
    </message>
    <message>
        <source>In any case</source>
        <translation>En todo caso</translation>
    </message>
    <message>
        <source>Address first: {flags}.</source>
        <translation>Atender antes: {flags}.</translation>
    </message>
    <message>
        <source>the {count} urgent red flags above</source>
        <translation>los {count} signos de alarma urgentes de arriba</translation>
    </message>
    <message>
        <source>The points that trial teams ask about come after that.</source>
        <translation>Los puntos por los que preguntan los equipos de ensayos vienen después.</translation>
    </message>
    <message>
        <source>They are on the later pages.</source>
        <translation>Están en las páginas siguientes.</translation>
    </message>
    <message>
        <source>Results to request</source>
        <translation>Por solicitar</translation>
    </message>
    <message>
        <source>last: {result}</source>
        <translation>último: {result}</translation>
    </message>
    <message>
        <source>Not used at this clinic</source>
        <translation>No se usa en este centro</translation>
    </message>
    <message>
        <source>By the condition of the form</source>
        <translation>Por la condición del formulario</translation>
    </message>
    <message>
        <source>calculated</source>
        <translation>calculado</translation>
    </message>
    <message>
        <source>Every result is calculated from the answers by the form named here.</source>
        <translation>Todo resultado se calcula a partir de las respuestas con el formulario aquí nombrado.</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>Femenino</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>Masculino</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Otro</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Nacimiento</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>Género</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>Identificador</translation>
    </message>
    <message>
        <source>{date} ({age} y)</source>
        <translation>{date} ({age} años)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Función</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Centro</translation>
    </message>
    <message>
        <source>Registration number and contact</source>
        <translation>N.º de colegiado y contacto</translation>
    </message>
    <message>
        <source>Copies to</source>
        <translation>Copias para</translation>
    </message>
    <message>
        <source>The patient agrees to sharing</source>
        <translation>El paciente acepta que se comparta</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>Sharing</source>
        <translation>Compartir</translation>
    </message>
    <message>
        <source>The patient does not agree to this summary being shared.</source>
        <translation>El paciente no acepta que se comparta este resumen.</translation>
    </message>
    <message>
        <source>Signature, date and time</source>
        <translation>Firma, fecha y hora</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Izquierda</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Derecha</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>Página {number} de {count}</translation>
    </message>
    <message>
        <source>Name not recorded</source>
        <translation>Nombre: no consta</translation>
    </message>
    <message>
        <source>assessed {date}</source>
        <translation>evaluación: {date}</translation>
    </message>
    <message>
        <source>Document {id}</source>
        <translation>Documento {id}</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Borrador</translation>
    </message>
    <message>
        <source>Draft: identity incomplete</source>
        <translation>Borrador: identidad incompleta</translation>
    </message>
    <message>
        <source>Draft: not signed</source>
        <translation>Borrador: sin firmar</translation>
    </message>
    <message>
        <source>Draft: to be finished anew</source>
        <translation>Borrador: debe finalizarse de nuevo</translation>
    </message>
    <message>
        <source>Finished by {name} with other content of the form: read it again and finish it anew.</source>
        <translation>Finalizado por {name} con otro contenido del formulario: debe leerse y finalizarse de nuevo.</translation>
    </message>
    <message>
        <source>Finished by {name}; that it was with exactly what stands here is not recorded: read it again and finish it anew.</source>
        <translation>Finalizado por {name}; no consta que fuera exactamente con lo que figura aquí: debe leerse y finalizarse de nuevo.</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>Definitivo</translation>
    </message>
    <message>
        <source>awaiting clinical review</source>
        <translation>pendiente de revisión clínica</translation>
    </message>
    <message>
        <source>reviewed by {by}, {date}</source>
        <translation>revisado por {by}, {date}</translation>
    </message>
    <message>
        <source>translation awaiting clinical review</source>
        <translation>traducción pendiente de revisión clínica</translation>
    </message>
    <message>
        <source>not translated: its texts are as they were written</source>
        <translation>sin traducir: sus textos figuran como se escribieron</translation>
    </message>
    <message>
        <source>was to be reviewed again by {date}</source>
        <translation>debía revisarse de nuevo a más tardar el {date}</translation>
    </message>
    <message>
        <source>{form}: referral summary</source>
        <translation>{form}: resumen de derivación</translation>
    </message>
    <message>
        <source>{title}, one page</source>
        <translation>{title}, una página</translation>
    </message>
    <message>
        <source>{title}, with every answer</source>
        <translation>{title}, con todas las respuestas</translation>
    </message>
    <message>
        <source>Act on first</source>
        <translation>Atender primero</translation>
    </message>
    <message>
        <source>In one paragraph</source>
        <translation>En un párrafo</translation>
    </message>
    <message>
        <source>In one paragraph (drafted from the answers)</source>
        <translation>En un párrafo (borrador a partir de las respuestas)</translation>
    </message>
    <message>
        <source>Examination, left and right</source>
        <translation>Exploración, izquierda y derecha</translation>
    </message>
    <message>
        <source>Scores and findings</source>
        <translation>Puntuaciones y hallazgos</translation>
    </message>
    <message>
        <source>Past its date</source>
        <translation>Fuera de plazo</translation>
    </message>
    <message>
        <source>To be read again by clinicians before these days, which are past:</source>
        <translation>El personal clínico debía releerlo antes de estos días, ya pasados:</translation>
    </message>
    <message>
        <source>What the marks mean, and sources</source>
        <translation>Significado de las marcas y fuentes</translation>
    </message>
    <message>
        <source>Every answer</source>
        <translation>Todas las respuestas</translation>
    </message>
    <message>
        <source>Abbreviations:</source>
        <translation>Abreviaturas:</translation>
    </message>
    <message>
        <source>Registered trials, as they were read</source>
        <translation>Ensayos registrados, tal como se leyeron</translation>
    </message>
    <message>
        <source>Worked out from the answers</source>
        <translation>Calculado a partir de las respuestas</translation>
    </message>
    <message>
        <source>Points that trial teams commonly ask about</source>
        <translation>Puntos por los que suelen preguntar los equipos de ensayos</translation>
    </message>
    <message>
        <source>Points that trial teams commonly ask about, one by one</source>
        <translation>Puntos por los que suelen preguntar los equipos de ensayos, uno a uno</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>Consejos</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Observaciones</translation>
    </message>
    <message>
        <source>Still open, and what it would settle</source>
        <translation>Sin responder, y lo que aclararía</translation>
    </message>
    <message>
        <source>Not asked of this patient</source>
        <translation>No se pregunta en este caso</translation>
    </message>
    <message>
        <source>Completed by</source>
        <translation>Cumplimentado por</translation>
    </message>
    <message>
        <source>Completed by (name, role, organisation); signature, date and time</source>
        <translation>Cumplimentado por (nombre, función, centro); firma, fecha y hora</translation>
    </message>
    <message>
        <source>Form {id} {version}, sha256 {sha256}</source>
        <translation>Formulario {id} {version}, sha256 {sha256}</translation>
    </message>
    <message>
        <source>screener {version}</source>
        <translation>screener {version}, en español</translation>
    </message>
    <message>
        <source>How this summary was made</source>
        <translation>Cómo se hizo este resumen</translation>
    </message>
    <message>
        <source>{form}: form to fill in by hand</source>
        <translation>{form}: formulario para rellenar a mano</translation>
    </message>
    <message>
        <source>{form}: for patients</source>
        <translation>{form}: para pacientes</translation>
    </message>
    <message>
        <source>Tick or write; correct with a line, initials and date. Where there is no answer, write why in the last column: NA not assessed, U unable (and why), D declined, NK not known. Whatever stays empty was not asked: it is never read as no, and never as zero.</source>
        <translation>Marque o escriba; corrija con una raya, iniciales y fecha. Donde no haya respuesta, escriba por qué en la última columna: NE no evaluado, NP no es posible (y por qué), R rehusado, NS no se sabe. Lo que queda vacío no se preguntó: nunca se lee como «no» ni como cero.</translation>
    </message>
    <message>
        <source>Only if {condition}.</source>
        <translation>Solo si {condition}.</translation>
    </message>
    <message>
        <source>(the same side)</source>
        <translation>(el mismo lado)</translation>
    </message>
    <message>
        <source>Tick all that apply.</source>
        <translation>Marque todo lo que corresponda.</translation>
    </message>
    <message>
        <source>(day month year; month or year alone will do)</source>
        <translation>(día mes año; basta el mes o el año)</translation>
    </message>
    <message>
        <source>on</source>
        <translation>el</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Sin respuesta</translation>
    </message>
    <message>
        <source>For the summary</source>
        <translation>Para el resumen</translation>
    </message>
    <message>
        <source>Question: who is asked to do what, by when</source>
        <translation>Pregunta: a quién se pide qué, y para cuándo</translation>
    </message>
    <message>
        <source>In one paragraph, in your own words</source>
        <translation>En un párrafo, con sus palabras</translation>
    </message>
    <message>
        <source>None</source>
        <translation>No hay</translation>
    </message>
    <message>
        <source>That is all</source>
        <translation>Es todo</translation>
    </message>
    <message>
        <source>Written on {date}.</source>
        <translation>Escrito el {date}.</translation>
    </message>
    <message>
        <source>After {date} ask for a newer leaflet.</source>
        <translation>Después del {date} pida un folleto más reciente.</translation>
    </message>
    <message>
        <source>Sources: {source}</source>
        <translation>Fuentes: {source}</translation>
    </message>
    <message>
        <source>January February March April May June July August September October November December</source>
        <translation>enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre</translation>
    </message>
    <message>
        <source>open a summary that this program made, or an answers file</source>
        <translation>abra un resumen hecho con este programa, o un archivo de respuestas</translation>
    </message>
    <message>
        <source>The PDF is too large to be a summary.</source>
        <translation>El PDF es demasiado grande para ser un resumen.</translation>
    </message>
    <message>
        <source>The PDF is protected by a password.</source>
        <translation>El PDF está protegido con contraseña.</translation>
    </message>
    <message>
        <source>The PDF is damaged.</source>
        <translation>El PDF está dañado.</translation>
    </message>
    <message>
        <source>ask for it again, or open an answers file</source>
        <translation>pídalo de nuevo, o abra un archivo de respuestas</translation>
    </message>
    <message>
        <source>The PDF carries answers more than once.</source>
        <translation>El PDF lleva respuestas más de una vez.</translation>
    </message>
    <message>
        <source>The PDF carries no answers.</source>
        <translation>El PDF no lleva respuestas.</translation>
    </message>
    <message>
        <source>did you mean &apos;{name}&apos;?</source>
        <translation>¿quiso decir «{name}»?</translation>
    </message>
    <message>
        <source>there is none yet: add it, or take the name out</source>
        <translation>todavía no hay ninguno: añádalo o quite el nombre</translation>
    </message>
    <message>
        <source>known here: {names}</source>
        <translation>aquí se conocen: {names}</translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <translation>{day} de {month} de {year}</translation>
    </message>
    <message>
        <source>there is no command and no file &apos;{word}&apos; ({remedy})</source>
        <translation>no hay ninguna orden ni archivo «{word}» ({remedy})</translation>
    </message>
    <message>
        <source>Without a command the program&apos;s window opens. Exit codes: 0 done, 1 problems in a form or in answers, 2 usage, 3 a file could not be read or written, 70 a fault of the program.</source>
        <translation>Sin orden se abre la ventana del programa. Códigos de salida: 0 hecho, 1 problemas en un formulario o en respuestas, 2 uso, 3 un archivo no se pudo leer o escribir, 70 fallo del programa.</translation>
    </message>
    <message>
        <source>one page, the full summary, or the full summary with every question and its answer</source>
        <translation>una página, el resumen completo, o el resumen completo con cada pregunta y su respuesta</translation>
    </message>
    <message>
        <source>find every problem in forms, and run their examples</source>
        <translation>buscar todos los problemas de los formularios y probar sus ejemplos</translation>
    </message>
    <message>
        <source>folders of forms, or ids (default: all forms)</source>
        <translation>carpetas de formularios, o identificadores (si no se dice, todos)</translation>
    </message>
    <message>
        <source>say what a form holds, as JSON</source>
        <translation>decir qué contiene un formulario, como JSON</translation>
    </message>
    <message>
        <source>the id of a form, or its folder</source>
        <translation>el identificador de un formulario, o su carpeta</translation>
    </message>
    <message>
        <source>say that the texts of a language say what the English ones do</source>
        <translation>confirmar que los textos de un idioma dicen lo mismo que los ingleses</translation>
    </message>
    <message>
        <source>the folder of the language, such as es</source>
        <translation>la carpeta del idioma, por ejemplo es</translation>
    </message>
    <message>
        <source>only these, as check names them (default: all)</source>
        <translation>solo estos, como los nombra check (por defecto: todos)</translation>
    </message>
    <message>
        <source>say what answers mean, as JSON</source>
        <translation>decir qué significan unas respuestas, como JSON</translation>
    </message>
    <message>
        <source>write the referral summary of answers</source>
        <translation>escribir el resumen de derivación de unas respuestas</translation>
    </message>
    <message>
        <source>an answers file, or a summary (PDF)</source>
        <translation>un archivo de respuestas, o un resumen (PDF)</translation>
    </message>
    <message>
        <source>the file to write; - is standard output</source>
        <translation>el archivo que se escribe; - es la salida estándar</translation>
    </message>
    <message>
        <source>plain text instead of PDF, to the screen without -o</source>
        <translation>texto en lugar de PDF; en pantalla si no hay -o</translation>
    </message>
    <message>
        <source>print the form FILE (id or folder) to fill in by hand</source>
        <translation>imprimir el formulario FILE (identificador o carpeta) para rellenarlo a mano</translation>
    </message>
    <message>
        <source>print a leaflet of the form FILE (id or folder)</source>
        <translation>imprimir un folleto del formulario FILE (identificador o carpeta)</translation>
    </message>
    <message>
        <source>the size of the pages</source>
        <translation>el tamaño de las páginas</translation>
    </message>
    <message>
        <source>print the JSON Schema of the form files, for editors</source>
        <translation>imprimir el JSON Schema de los archivos de formulario, para editores</translation>
    </message>
    <message>
        <source>the language to speak</source>
        <translation>el idioma en que se habla</translation>
    </message>
    <message>
        <source>a folder of your own forms; they win</source>
        <translation>una carpeta con formularios propios; tienen preferencia</translation>
    </message>
    <message>
        <source>it is closed</source>
        <translation>está cerrada</translation>
    </message>
    <message>
        <source>standard output</source>
        <translation>salida estándar</translation>
    </message>
    <message>
        <source>say where to write the PDF: report FILE -o OUT.pdf</source>
        <translation>indique dónde escribir el PDF: report FILE -o OUT.pdf</translation>
    </message>
    <message>
        <source>{file} would be written over: name another file after -o</source>
        <translation>{file} se sobrescribiría: indique otro archivo después de -o</translation>
    </message>
    <message>
        <source>python run.py installs what the program needs; README.md names what it needs of the system</source>
        <translation>python run.py instala lo que el programa necesita; README.md nombra lo que necesita del sistema</translation>
    </message>
    <message>
        <source>this is a fault of the program ({fault} at {place}), not of your files; please report it</source>
        <translation>esto es un fallo del programa ({fault} en {place}), no de sus archivos; comuníquelo</translation>
    </message>
    <message>
        <source>There is no form &apos;{name}&apos;.</source>
        <translation>No hay ningún formulario «{name}».</translation>
    </message>
    <message>
        <source>written with version {old} of the form, read with {new}</source>
        <translation>escrito con la versión {old} del formulario, leído con la {new}</translation>
    </message>
    <message>
        <source>The form &apos;{form}&apos; has no leaflet &apos;{name}&apos; ({remedy}).</source>
        <translation>El formulario «{form}» no tiene ningún folleto «{name}» ({remedy}).</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>No existe ese archivo o carpeta</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>No es una carpeta</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>Es una carpeta</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>Permiso denegado</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>Operación no permitida</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>Solo se puede leer de ese lugar</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>No queda espacio en el disco</translation>
    </message>
    <message>
        <source>Permission denied, or another program has it open: close it there</source>
        <translation>Permiso denegado, o el archivo está abierto en otro programa: ciérrelo allí</translation>
    </message>
</context>
</TS>
