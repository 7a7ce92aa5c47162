<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>PySide6 and Qt</source>
        <translation>PySide6 y Qt</translation>
    </message>
    <message>
        <source>Noto Sans, the letters on paper</source>
        <translation>Noto Sans, la letra en papel</translation>
    </message>
    <message>
        <source>Neuropathy screener {version}, MIT licence</source>
        <translation>Evaluación de neuropatía {version}, licencia MIT</translation>
    </message>
    <message>
        <source>Python {version} on {system}</source>
        <translation>Python {version} en {system}</translation>
    </message>
    <message>
        <source>Made with:</source>
        <translation>Hecho con:</translation>
    </message>
    <message>
        <source>{form}, version {version}: {review}</source>
        <translation>{form}, versión {version}: {review}</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconocida</translation>
    </message>
    <message>
        <source>About this program</source>
        <translation>Acerca de este programa</translation>
    </message>
    <message>
        <source>Versions, licences and forms</source>
        <translation>Versiones, licencias y formularios</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>The screening could not be saved: {reason}. It is still here: save it with Ctrl+S.</source>
        <translation>No se pudo guardar la evaluación: {reason}. Sigue aquí: guárdela con Ctrl+S.</translation>
    </message>
    <message>
        <source>The screening is saved in its file.</source>
        <translation>La evaluación está guardada en su archivo.</translation>
    </message>
    <message>
        <source>The screening was saved, and is offered at the next start:
{file}</source>
        <translation>La evaluación se guardó y se ofrecerá al abrir de nuevo el programa:
{file}</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Algo ha fallado</translation>
    </message>
    <message>
        <source>The program made a mistake.</source>
        <translation>El programa ha cometido un error.</translation>
    </message>
    <message>
        <source>For those who look after it:
{place}</source>
        <translation>Para quienes lo mantienen:
{place}</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Save a report</source>
        <translation>Guardar un informe</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>Cerrar el programa</translation>
    </message>
    <message>
        <source>A mistake of the program. This report holds no answers and no names.</source>
        <translation>Un error del programa. Este informe no contiene respuestas ni nombres.</translation>
    </message>
    <message>
        <source>No to the rest of these (Ctrl+M): {left} open</source>
        <translation>No a las demás (Ctrl+M): {left} sin responder</translation>
    </message>
    <message>
        <source>Mark the rest of this block normal (Ctrl+M): {left} open</source>
        <translation>Marcar como normal el resto de este bloque (Ctrl+M): {left} sin responder</translation>
    </message>
    <message>
        <source>{marked} answered no together, as asked in a list (drawn lightly).</source>
        <translation>Respuesta «no» en conjunto, tal como se preguntó en lista: {marked} (en tono claro).</translation>
    </message>
    <message>
        <source>{marked} marked normal together with the block (drawn lightly).</source>
        <translation>Marcado como normal junto con el bloque: {marked} (en tono claro).</translation>
    </message>
    <message>
        <source>1–9 answer · U not known · X not assessed · Enter next · Ctrl+J jump · F1 keys</source>
        <translation>1–9 responder · U no se sabe · X no evaluado · Intro siguiente · Ctrl+J ir a · F1 teclas</translation>
    </message>
    <message>
        <source>No name yet</source>
        <translation>Aún sin nombre</translation>
    </message>
    <message>
        <source>this page, {state}</source>
        <translation>esta página, {state}</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Next: {page}</source>
        <translation>Siguiente: {page}</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>≥{mark} not decided</source>
        <translation>≥{mark} sin decidir</translation>
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
        <source>whatever is missing: {certain}</source>
        <translation>falte lo que falte: {certain}</translation>
    </message>
    <message>
        <source>Drawing of the feet: {places}</source>
        <translation>Dibujo de los pies: {places}</translation>
    </message>
    <message>
        <source>Y</source>
        <translation>S</translation>
    </message>
    <message>
        <source>Surname and date of birth are not both recorded: enter them on the first page.</source>
        <translation>No constan los apellidos y la fecha de nacimiento: introdúzcalos en la primera página.</translation>
    </message>
    <message>
        <source>This is not the surname recorded for this screening.</source>
        <translation>Estos no son los apellidos registrados en esta evaluación.</translation>
    </message>
    <message>
        <source>This is not the date of birth recorded for this screening.</source>
        <translation>Esta no es la fecha de nacimiento registrada en esta evaluación.</translation>
    </message>
    <message>
        <source>Check the findings first, and say that they still hold.</source>
        <translation>Compruebe primero los hallazgos e indique que siguen siendo válidos.</translation>
    </message>
    <message>
        <source>Your name and your role are both needed.</source>
        <translation>Se necesitan su nombre y su función.</translation>
    </message>
    <message>
        <source>Finish the summary</source>
        <translation>Finalizar el resumen</translation>
    </message>
    <message>
        <source>Type whose summary this is, as a check.</source>
        <translation>Escriba de quién es este resumen, como comprobación.</translation>
    </message>
    <message>
        <source>The patient&apos;s surname</source>
        <translation>Apellidos del paciente</translation>
    </message>
    <message>
        <source>The patient&apos;s date of birth</source>
        <translation>Fecha de nacimiento del paciente</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Su nombre</translation>
    </message>
    <message>
        <source>Your role</source>
        <translation>Su función</translation>
    </message>
    <message>
        <source>Your clinic, if it is to be printed</source>
        <translation>Su centro, si debe imprimirse</translation>
    </message>
    <message>
        <source>Your registration number and contact, if they are to be printed</source>
        <translation>Su número de colegiado y contacto, si deben imprimirse</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Finalizar</translation>
    </message>
    <message>
        <source>Typed and not taken, so not in the summary: {questions}.</source>
        <translation>Escrito y no aceptado, así que no está en el resumen: {questions}.</translation>
    </message>
    <message>
        <source>Checked again: they still hold</source>
        <translation>Comprobados de nuevo: siguen siendo válidos</translation>
    </message>
    <message>
        <source>Pages (F6)</source>
        <translation>Páginas (F6)</translation>
    </message>
    <message>
        <source>So far (F7)</source>
        <translation>Hasta ahora (F7)</translation>
    </message>
    <message>
        <source>{standing} · form {review}</source>
        <translation>{standing} · formulario {review}</translation>
    </message>
    <message>
        <source>So far (F7): {count} not established</source>
        <translation>Hasta ahora (F7): {count} sin establecer</translation>
    </message>
    <message>
        <source>So far (F7): {count} to act on</source>
        <translation>Hasta ahora (F7): {count} por atender</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Ir</translation>
    </message>
    <message>
        <source>Go to {question}</source>
        <translation>Ir a {question}</translation>
    </message>
    <message>
        <source>key {key}</source>
        <translation>tecla {key}</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>Show {count} more</source>
        <translation>Mostrar {count} más</translation>
    </message>
    <message>
        <source>No question has these words.</source>
        <translation>Ninguna pregunta tiene estas palabras.</translation>
    </message>
    <message>
        <source>{question} (asked after: {other})</source>
        <translation>{question} (se pregunta después de: {other})</translation>
    </message>
    <message>
        <source>{question} (not asked: why)</source>
        <translation>{question} (no se pregunta: por qué)</translation>
    </message>
    <message>
        <source>Jump to a question</source>
        <translation>Ir a una pregunta</translation>
    </message>
    <message>
        <source>Part of a question</source>
        <translation>Parte de una pregunta</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Preguntas</translation>
    </message>
    <message>
        <source>Answers (*.yaml *.yml *.json)</source>
        <translation>Respuestas (*.yaml *.yml *.json)</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Answers and summaries (*.yaml *.yml *.json *.pdf)</source>
        <translation>Respuestas y resúmenes (*.yaml *.yml *.json *.pdf)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>There is no folder {folder}. Choose another place.</source>
        <translation>No existe la carpeta {folder}. Elija otro lugar.</translation>
    </message>
    <message>
        <source>{file} was changed since it was opened or saved here, in another window or on another computer. It was not written over. Save this screening under another name: both are kept.</source>
        <translation>{file} ha cambiado desde que se abrió o se guardó aquí, en otra ventana o en otro equipo. No se ha sobrescrito. Guarde esta evaluación con otro nombre: se conservan las dos.</translation>
    </message>
    <message>
        <source>Changed elsewhere</source>
        <translation>Cambiado en otro lugar</translation>
    </message>
    <message>
        <source>This screening is not saved. Save it before closing?</source>
        <translation>Esta evaluación no está guardada. ¿Guardarla antes de cerrar?</translation>
    </message>
    <message>
        <source>One screening is open at a time. Save this one before the other is opened?</source>
        <translation>Solo puede haber una evaluación abierta. ¿Guardar esta antes de abrir la otra?</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Sin guardar</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>In a question</source>
        <translation>En una pregunta</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>En cualquier lugar</translation>
    </message>
    <message>
        <source>1 to 9, 0</source>
        <translation>1 a 9, 0</translation>
    </message>
    <message>
        <source>choose an option, 0 the tenth; in a table, of the list</source>
        <translation>elegir una opción, 0 la décima; en una tabla, de la lista</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>no se sabe</translation>
    </message>
    <message>
        <source>not assessed</source>
        <translation>no evaluado</translation>
    </message>
    <message>
        <source>declined (refused)</source>
        <translation>rehusado (se niega)</translation>
    </message>
    <message>
        <source>unable (cannot)</source>
        <translation>no es posible (no puede)</translation>
    </message>
    <message>
        <source>reasons for no value, and why a question is asked</source>
        <translation>motivos de que no haya valor, y por qué se hace una pregunta</translation>
    </message>
    <message>
        <source>write a note on the answer</source>
        <translation>escribir una nota sobre la respuesta</translation>
    </message>
    <message>
        <source>take the answer back</source>
        <translation>retirar la respuesta</translation>
    </message>
    <message>
        <source>go to the next question; confirm an unusual value</source>
        <translation>ir a la pregunta siguiente; confirmar un valor inusual</translation>
    </message>
    <message>
        <source>go to the next or the previous control</source>
        <translation>ir al control siguiente o al anterior</translation>
    </message>
    <message>
        <source>next page</source>
        <translation>página siguiente</translation>
    </message>
    <message>
        <source>previous page</source>
        <translation>página anterior</translation>
    </message>
    <message>
        <source>move over options without answering, then choose; Left first goes to the last</source>
        <translation>recorrer las opciones sin responder; después, elegir; con la izquierda se empieza por la última</translation>
    </message>
    <message>
        <source>answer yes or no; N in a number that may be not done, and for none in a long list</source>
        <translation>responder sí o no; N, en un número que puede no haberse hecho y para «ninguno» en una lista larga</translation>
    </message>
    <message>
        <source>go on from a text of several lines</source>
        <translation>seguir desde un texto de varias líneas</translation>
    </message>
    <message>
        <source>the list of pages, Home and End to its ends; again to go back</source>
        <translation>la lista de páginas, Inicio y Fin a sus extremos; otra vez para volver</translation>
    </message>
    <message>
        <source>what the answers mean so far, Home and End to its ends; again to go back</source>
        <translation>lo que significan las respuestas hasta ahora, Inicio y Fin a sus extremos; otra vez para volver</translation>
    </message>
    <message>
        <source>back to the question from the list, or from what the answers mean</source>
        <translation>volver a la pregunta desde la lista, o desde lo que significan las respuestas</translation>
    </message>
    <message>
        <source>back to the page from which a question was gone to</source>
        <translation>volver a la página desde la que se fue a una pregunta</translation>
    </message>
    <message>
        <source>jump to a question</source>
        <translation>ir a una pregunta</translation>
    </message>
    <message>
        <source>mark the rest of this block normal, or no</source>
        <translation>marcar como normal, o con «no», el resto de este bloque</translation>
    </message>
    <message>
        <source>undo the last answer</source>
        <translation>deshacer la última respuesta</translation>
    </message>
    <message>
        <source>redo</source>
        <translation>rehacer</translation>
    </message>
    <message>
        <source>what if: try answers without recording them; again to end</source>
        <translation>¿y si?: probar respuestas sin registrarlas; otra vez para terminar</translation>
    </message>
    <message>
        <source>save the answers</source>
        <translation>guardar las respuestas</translation>
    </message>
    <message>
        <source>preview the summary</source>
        <translation>vista previa del resumen</translation>
    </message>
    <message>
        <source>larger letters</source>
        <translation>letra más grande</translation>
    </message>
    <message>
        <source>smaller letters</source>
        <translation>letra más pequeña</translation>
    </message>
    <message>
        <source>letters as they come</source>
        <translation>letra de tamaño habitual</translation>
    </message>
    <message>
        <source>another screening, after this one is saved and closed</source>
        <translation>otra evaluación, después de guardar y cerrar esta</translation>
    </message>
    <message>
        <source>a screening from a file, after this one is saved and closed</source>
        <translation>una evaluación de un archivo, después de guardar y cerrar esta</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>ajustes</translation>
    </message>
    <message>
        <source>this sheet</source>
        <translation>esta hoja</translation>
    </message>
    <message>
        <source>Page Down</source>
        <translation>Av Pág</translation>
    </message>
    <message>
        <source>Page Up</source>
        <translation>Re Pág</translation>
    </message>
    <message>
        <source>Left arrow</source>
        <translation>Flecha izquierda</translation>
    </message>
    <message>
        <source>Right arrow</source>
        <translation>Flecha derecha</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Mayús</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supr</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Look at the whole block, then press Ctrl+M again.</source>
        <translation>Mire el bloque completo y pulse Ctrl+M otra vez.</translation>
    </message>
    <message>
        <source>Marked together: Ctrl+Z takes that back.</source>
        <translation>Marcado en conjunto: Ctrl+Z lo deshace.</translation>
    </message>
    <message>
        <source>Here nothing is left that could be marked at once.</source>
        <translation>Aquí no queda nada que se pueda marcar de una vez.</translation>
    </message>
    <message>
        <source>This block is higher than the window: answer its rows one by one, or make the window higher.</source>
        <translation>Este bloque es más alto que la ventana: responda sus filas una a una o agrande la ventana.</translation>
    </message>
    <message>
        <source>{answered} of {asked} questions dealt with</source>
        <translation>{answered} de {asked} preguntas resueltas</translation>
    </message>
    <message>
        <source>Screening {date}</source>
        <translation>Evaluación {date}</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Sin fecha</translation>
    </message>
    <message>
        <source>{standing} · {day}</source>
        <translation>{standing} · {day}</translation>
    </message>
    <message>
        <source>One page</source>
        <translation>Una página</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Completo</translation>
    </message>
    <message>
        <source>Full with every answer</source>
        <translation>Completo con todas las respuestas</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Carta</translation>
    </message>
    <message>
        <source>The pages</source>
        <translation>Las páginas</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Extensión</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>Guardar PDF</translation>
    </message>
    <message>
        <source>Preview {document}</source>
        <translation>Vista previa: {document}</translation>
    </message>
    <message>
        <source>Sending the pages to the printer</source>
        <translation>Enviando las páginas a la impresora</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Nothing was printed</source>
        <translation>No se imprimió nada</translation>
    </message>
    <message>
        <source>The printer took nothing. Choose another one, or save the PDF.</source>
        <translation>La impresora no aceptó nada. Elija otra, o guarde el PDF.</translation>
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
        <source>Not known</source>
        <translation>No se sabe</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>Apellidos</translation>
    </message>
    <message>
        <source>Given name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Fecha de nacimiento</translation>
    </message>
    <message>
        <source>such as 14 Mar 1968; a year is better than nothing</source>
        <translation>por ejemplo 14 mar 1968; un año es mejor que nada</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>Género</translation>
    </message>
    <message>
        <source>as in the clinic&apos;s records; a formula that needs sex asks for it by itself</source>
        <translation>como consta en la historia clínica; una fórmula que necesita el sexo lo pregunta aparte</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>Identificador</translation>
    </message>
    <message>
        <source>the number your clinic goes by</source>
        <translation>el número que usa su centro</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Paciente</translation>
    </message>
    <message>
        <source>Two of name, date of birth and identifier are needed before a summary is final.</source>
        <translation>Para que un resumen sea definitivo se necesitan dos de estos datos: nombre, fecha de nacimiento e identificador.</translation>
    </message>
    <message>
        <source>Aged {age}: unusual</source>
        <translation>Edad de {age}: inusual</translation>
    </message>
    <message>
        <source>not taken: {reason}</source>
        <translation>no se aceptó: {reason}</translation>
    </message>
    <message>
        <source>screening</source>
        <translation>evaluación</translation>
    </message>
    <message>
        <source>The settings could not be kept</source>
        <translation>No se pudieron guardar los ajustes</translation>
    </message>
    <message>
        <source>Preparing the rules of the form</source>
        <translation>Preparando las reglas del formulario</translation>
    </message>
    <message>
        <source>These could not be taken over and are not in this screening; everything else is. The file stays as it is: saving asks for another place.</source>
        <translation>Esto no se pudo incorporar y no está en esta evaluación; todo lo demás sí. El archivo queda como está: al guardar se pregunta por otro lugar.</translation>
    </message>
    <message>
        <source>This form can&apos;t be used until they are changed.</source>
        <translation>Este formulario no se puede usar hasta que se cambien.</translation>
    </message>
    <message>
        <source>Reading the form</source>
        <translation>Leyendo el formulario</translation>
    </message>
    <message>
        <source>This form can&apos;t be read</source>
        <translation>No se puede leer este formulario</translation>
    </message>
    <message>
        <source>{reason}. Choose another place.</source>
        <translation>{reason}. Elija otro lugar.</translation>
    </message>
    <message>
        <source>Look whether it still lies there and may be read, then open it again. Nothing was changed.</source>
        <translation>Compruebe que sigue ahí y que se puede leer, y ábralo de nuevo. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>This file could not be opened, and was not changed. It may be damaged, or hold no screening.</source>
        <translation>Este archivo no se pudo abrir, y no se cambió. Puede estar dañado, o no contener ninguna evaluación.</translation>
    </message>
    <message>
        <source>This file can&apos;t be opened</source>
        <translation>No se puede abrir este archivo</translation>
    </message>
    <message>
        <source>Reading the screening</source>
        <translation>Leyendo la evaluación</translation>
    </message>
    <message>
        <source>Saved, but not these</source>
        <translation>Guardado, salvo esto</translation>
    </message>
    <message>
        <source>These were typed and not taken, so the file does not hold them:
{names}</source>
        <translation>Esto se escribió y no se aceptó, así que no está en el archivo:
{names}</translation>
    </message>
    <message>
        <source>This could not be saved</source>
        <translation>No se pudo guardar</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Guardado: {file}</translation>
    </message>
    <message>
        <source>The summary is on the clipboard, as text.</source>
        <translation>El resumen está en el portapapeles, como texto.</translation>
    </message>
    <message>
        <source>Writing the document</source>
        <translation>Escribiendo el documento</translation>
    </message>
    <message>
        <source>Drawing the pages</source>
        <translation>Dibujando las páginas</translation>
    </message>
    <message>
        <source>This can&apos;t be printed</source>
        <translation>Esto no se puede imprimir</translation>
    </message>
    <message>
        <source>{problem}. You can {remedy}.</source>
        <translation>{problem}. Puede {remedy}.</translation>
    </message>
    <message>
        <source>Preview the summary</source>
        <translation>Vista previa del resumen</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Copiar como texto</translation>
    </message>
    <message>
        <source>Save answers</source>
        <translation>Guardar respuestas</translation>
    </message>
    <message>
        <source>Typed, and not taken</source>
        <translation>Escrito y no aceptado</translation>
    </message>
    <message>
        <source>Answers that contradict each other</source>
        <translation>Respuestas que se contradicen</translation>
    </message>
    <message>
        <source>Still open, first what would settle most</source>
        <translation>Sin responder, primero lo que más aclararía</translation>
    </message>
    <message>
        <source>Typed, and not taken, where nothing is asked any more</source>
        <translation>Escrito y no aceptado, donde ya no se pregunta nada</translation>
    </message>
    <message>
        <source>Nothing that is asked of this patient is missing.</source>
        <translation>No falta nada de lo que se pregunta en este caso.</translation>
    </message>
    <message>
        <source>Open, listed below: {count}. You can print at any time: the summary says what is missing.</source>
        <translation>Sin responder, más abajo: {count}. Puede imprimir en cualquier momento: el resumen dice lo que falta.</translation>
    </message>
    <message>
        <source>Form {review}.</source>
        <translation>Formulario {review}.</translation>
    </message>
    <message>
        <source>{count} not asked of this patient, {open} more may follow: which, and why</source>
        <translation>{count} que no se preguntan en este caso, {open} que pueden seguir: cuáles y por qué</translation>
    </message>
    <message>
        <source>1 more may follow, depending on other answers: which, and why</source>
        <translation>1 más puede seguir, según otras respuestas: cuál y por qué</translation>
    </message>
    <message>
        <source>{open} more may follow, depending on other answers: which, and why</source>
        <translation>{open} más pueden seguir, según otras respuestas: cuáles y por qué</translation>
    </message>
    <message>
        <source>1 not asked of this patient: which, and why</source>
        <translation>1 que no se pregunta en este caso: cuál y por qué</translation>
    </message>
    <message>
        <source>{count} not asked of this patient: which, and why</source>
        <translation>{count} que no se preguntan en este caso: cuáles y por qué</translation>
    </message>
    <message>
        <source>Saved at {time}</source>
        <translation>Guardado a las {time}</translation>
    </message>
    <message>
        <source>No changes</source>
        <translation>Sin cambios</translation>
    </message>
    <message>
        <source>Changed since {time}</source>
        <translation>Con cambios desde las {time}</translation>
    </message>
    <message>
        <source>No longer finished · {standing}</source>
        <translation>Ya no está finalizado · {standing}</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>For this computer. Nothing here changes a result.</source>
        <translation>Para este equipo. Nada de esto cambia un resultado.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Letters (Ctrl + and Ctrl -)</source>
        <translation>Letra (Ctrl + y Ctrl -)</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papel</translation>
    </message>
    <message>
        <source>Language: takes effect when the program is started again</source>
        <translation>Idioma: surte efecto al abrir de nuevo el programa</translation>
    </message>
    <message>
        <source>Your name, offered when a summary is finished</source>
        <translation>Su nombre, que se propone al finalizar un resumen</translation>
    </message>
    <message>
        <source>Your clinic</source>
        <translation>Su centro</translation>
    </message>
    <message>
        <source>Your registration number and contact</source>
        <translation>Su número de colegiado y contacto</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>Hasta ahora</translation>
    </message>
    <message>
        <source>Act on first</source>
        <translation>Atender primero</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>All red flags</source>
        <translation>Todos los signos de alarma</translation>
    </message>
    <message>
        <source>Scores so far</source>
        <translation>Puntuaciones hasta ahora</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Hallazgos</translation>
    </message>
    <message>
        <source>Calculated</source>
        <translation>Calculado</translation>
    </message>
    <message>
        <source>Trial enquiry (considerations)</source>
        <translation>Consulta sobre ensayos (consideraciones)</translation>
    </message>
    <message>
        <source>Settles most</source>
        <translation>Lo que más aclara</translation>
    </message>
    <message>
        <source>What if: try answers (F9)</source>
        <translation>¿Y si? Probar respuestas (F9)</translation>
    </message>
    <message>
        <source>{flag} · {urgency}</source>
        <translation>{flag} · {urgency}</translation>
    </message>
    <message>
        <source>No red flag recorded.</source>
        <translation>No consta ningún signo de alarma.</translation>
    </message>
    <message>
        <source>Not established ({count} of {all}): {named}.</source>
        <translation>Sin establecer ({count} de {all}): {named}.</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Por hacer</translation>
    </message>
    <message>
        <source>The other {count} are clear.</source>
        <translation>Los demás ({count}), no presentes.</translation>
    </message>
    <message>
        <source>All {count} were asked and are clear.</source>
        <translation>Se preguntaron los {count}: ninguno presente.</translation>
    </message>
    <message>
        <source>not decided, {count} outcomes possible</source>
        <translation>sin decidir, {count} resultados posibles</translation>
    </message>
    <message>
        <source>row {number}</source>
        <translation>fila {number}</translation>
    </message>
    <message>
        <source>{waiting} of {all} points are open.</source>
        <translation>Puntos a los que falta información: {waiting} de {all}.</translation>
    </message>
    <message>
        <source>Screener</source>
        <translation>Evaluación</translation>
    </message>
    <message>
        <source>New screening</source>
        <translation>Evaluación nueva</translation>
    </message>
    <message>
        <source>Files of your own that belong to no form, and are not used: {files}</source>
        <translation>Archivos propios que no pertenecen a ningún formulario y no se usan: {files}</translation>
    </message>
    <message>
        <source>There are no forms here.</source>
        <translation>Aquí no hay formularios.</translation>
    </message>
    <message>
        <source>Open a screening from a file</source>
        <translation>Abrir una evaluación de un archivo</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Acerca de</translation>
    </message>
    <message>
        <source>Opened last</source>
        <translation>Abierto hace poco</translation>
    </message>
    <message>
        <source>Show problems</source>
        <translation>Mostrar problemas</translation>
    </message>
    <message>
        <source>Show problems of {form}</source>
        <translation>Mostrar problemas de {form}</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>aprobado</translation>
    </message>
    <message>
        <source>awaiting clinical review</source>
        <translation>pendiente de revisión clínica</translation>
    </message>
    <message>
        <source>Version {version} · {state}</source>
        <translation>Versión {version} · {state}</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Start {form}</source>
        <translation>Empezar {form}</translation>
    </message>
    <message>
        <source>Blank form</source>
        <translation>Formulario en blanco</translation>
    </message>
    <message>
        <source>Leaflet: {title}</source>
        <translation>Folleto: {title}</translation>
    </message>
    <message>
        <source>{paper} of {form}</source>
        <translation>{paper}, de {form}</translation>
    </message>
    <message>
        <source>1 problem: this form can&apos;t be used yet.</source>
        <translation>1 problema: este formulario aún no se puede usar.</translation>
    </message>
    <message>
        <source>{count} problems: this form can&apos;t be used yet.</source>
        <translation>{count} problemas: este formulario aún no se puede usar.</translation>
    </message>
    <message>
        <source>Not saved when the program ended</source>
        <translation>Sin guardar cuando terminó el programa</translation>
    </message>
    <message>
        <source>Kept here until it is opened, and saved or given up.</source>
        <translation>Se conserva aquí hasta que se abra y se guarde o se descarte.</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Abrirla</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>Abrir {name}</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>Problems by file, line and column</source>
        <translation>Problemas por archivo, línea y columna</translation>
    </message>
    <message>
        <source>drafted from the answers; change it to say it in your own words</source>
        <translation>borrador a partir de las respuestas; cámbielo para decirlo con sus palabras</translation>
    </message>
    <message>
        <source>Not finished: the summary is printed as a draft.</source>
        <translation>Sin finalizar: el resumen se imprime como borrador.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Retirar</translation>
    </message>
    <message>
        <source>Agrees</source>
        <translation>Está de acuerdo</translation>
    </message>
    <message>
        <source>Does not agree</source>
        <translation>No está de acuerdo</translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation>No consta</translation>
    </message>
    <message>
        <source>The summary is of what is recorded: it can be changed and finished once trying answers is ended (F9).</source>
        <translation>El resumen es de lo registrado: se podrá cambiar y finalizar cuando se termine la prueba de respuestas (F9).</translation>
    </message>
    <message>
        <source>in your own words; the answers no longer change it</source>
        <translation>con sus palabras; las respuestas ya no lo cambian</translation>
    </message>
    <message>
        <source>Question to the reader of the summary</source>
        <translation>Pregunta a quien lee el resumen</translation>
    </message>
    <message>
        <source>The summary&apos;s paragraph</source>
        <translation>Párrafo del resumen</translation>
    </message>
    <message>
        <source>Sharing of the summary</source>
        <translation>Compartir el resumen</translation>
    </message>
    <message>
        <source>Copies to</source>
        <translation>Copias para</translation>
    </message>
    <message>
        <source>Back to the draft</source>
        <translation>Volver al borrador</translation>
    </message>
    <message>
        <source>For the summary</source>
        <translation>Para el resumen</translation>
    </message>
    <message>
        <source>who is asked to do what, by when</source>
        <translation>a quién se pide qué, y para cuándo</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pregunta</translation>
    </message>
    <message>
        <source>In one paragraph</source>
        <translation>En un párrafo</translation>
    </message>
    <message>
        <source>Sharing</source>
        <translation>Compartir</translation>
    </message>
    <message>
        <source>whether the patient agrees to it</source>
        <translation>si el paciente está de acuerdo</translation>
    </message>
    <message>
        <source>who receives it, the patient too</source>
        <translation>quién lo recibe, también el paciente</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Finalizado</translation>
    </message>
    <message>
        <source>by {name}, {role}</source>
        <translation>por {name}, {role}</translation>
    </message>
    <message>
        <source>Finished by {name}, then changed: it is printed as a draft until it is finished again.</source>
        <translation>Finalizado por {name} y cambiado después: se imprime como borrador hasta que se finalice de nuevo.</translation>
    </message>
    <message>
        <source>{question}: yes, it is right</source>
        <translation>{question}: sí, es correcto</translation>
    </message>
    <message>
        <source>Yes, it is right</source>
        <translation>Sí, es correcto</translation>
    </message>
    <message>
        <source>Take it as {unit}</source>
        <translation>Tomarlo como {unit}</translation>
    </message>
    <message>
        <source>{question}: take it as {unit}</source>
        <translation>{question}: tomarlo como {unit}</translation>
    </message>
    <message>
        <source>{question}: why unable</source>
        <translation>{question}: por qué no es posible</translation>
    </message>
    <message>
        <source>Why unable</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>such as: dressing</source>
        <translation>por ejemplo: apósito</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>on this answer</source>
        <translation>sobre esta respuesta</translation>
    </message>
    <message>
        <source>{question}: note</source>
        <translation>{question}: nota</translation>
    </message>
    <message>
        <source>No value: {question}</source>
        <translation>Sin valor: {question}</translation>
    </message>
    <message>
        <source>Not done (&amp;N)</source>
        <translation>No se hizo (&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Take the answer back</source>
        <translation>Re&amp;tirar la respuesta</translation>
    </message>
    <message>
        <source>N&amp;ote (F3)</source>
        <translation>N&amp;ota (F3)</translation>
    </message>
    <message>
        <source>&amp;Why is this asked?</source>
        <translation>¿&amp;Por qué se pregunta esto?</translation>
    </message>
    <message>
        <source>{said} · unusual, confirmed</source>
        <translation>{said} · inusual, confirmado</translation>
    </message>
    <message>
        <source>unusual, confirmed</source>
        <translation>inusual, confirmado</translation>
    </message>
    <message>
        <source>{spoken}; note: {note}</source>
        <translation>{spoken}; nota: {note}</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>aún sin respuesta</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>respondido</translation>
    </message>
    <message>
        <source>day, month or year</source>
        <translation>día, mes o año</translation>
    </message>
    <message>
        <source>This is no whole number: write digits only, such as 12.</source>
        <translation>Esto no es un número entero: escribir solo cifras, como 12.</translation>
    </message>
    <message>
        <source>Ctrl+Enter goes on</source>
        <translation>Ctrl+Intro continúa</translation>
    </message>
    <message>
        <source>Reasons for no value</source>
        <translation>Motivos de que no haya valor</translation>
    </message>
    <message>
        <source>No value: {reason}</source>
        <translation>Sin valor: {reason}</translation>
    </message>
    <message>
        <source>The number is missing.</source>
        <translation>Falta el número.</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>No se hizo</translation>
    </message>
    <message>
        <source>{question}: not done, or no value</source>
        <translation>{question}: no se hizo, o sin valor</translation>
    </message>
    <message>
        <source>{question}: unit</source>
        <translation>{question}: unidad</translation>
    </message>
    <message>
        <source>{question}: date</source>
        <translation>{question}: fecha</translation>
    </message>
    <message>
        <source>date</source>
        <translation>fecha</translation>
    </message>
    <message>
        <source>Choose the unit: without it the number does not count.</source>
        <translation>Elija la unidad: sin ella el número no cuenta.</translation>
    </message>
    <message>
        <source>Without its date its age is open.</source>
        <translation>Sin su fecha no se sabe su antigüedad.</translation>
    </message>
    <message>
        <source>{name} ({unit})</source>
        <translation>{name} ({unit})</translation>
    </message>
    <message>
        <source>None</source>
        <translation>No hay</translation>
    </message>
    <message>
        <source>{question}: is that all?</source>
        <translation>{question}: ¿es todo?</translation>
    </message>
    <message>
        <source>That is all</source>
        <translation>Es todo</translation>
    </message>
    <message>
        <source>{question}, row {number}, {column}</source>
        <translation>{question}, fila {number}, {column}</translation>
    </message>
    <message>
        <source>The rows stay as they are: × takes one out.</source>
        <translation>Las filas quedan como están: × quita una.</translation>
    </message>
    <message>
        <source>{question}: remove row {number}</source>
        <translation>{question}: quitar la fila {number}</translation>
    </message>
    <message>
        <source>What if: answers you give now are only tried. Nothing is recorded, saved or printed.</source>
        <translation>¿Y si? Las respuestas que dé ahora solo se prueban. No se registra, guarda ni imprime nada.</translation>
    </message>
    <message>
        <source>No result differs from what is recorded.</source>
        <translation>Ningún resultado difiere de lo registrado.</translation>
    </message>
    <message>
        <source>{name}, {part}</source>
        <translation>{name}, {part}</translation>
    </message>
    <message>
        <source>Different from what is recorded: {results}.</source>
        <translation>Distinto de lo registrado: {results}.</translation>
    </message>
    <message>
        <source>End: back to what is recorded (F9)</source>
        <translation>Terminar: volver a lo registrado (F9)</translation>
    </message>
    <message>
        <source>raised</source>
        <translation>presente</translation>
    </message>
    <message>
        <source>not established</source>
        <translation>sin establecer</translation>
    </message>
    <message>
        <source>clear</source>
        <translation>no presente</translation>
    </message>
    <message>
        <source>Why: {result}</source>
        <translation>Por qué: {result}</translation>
    </message>
    <message>
        <source>The rule</source>
        <translation>La regla</translation>
    </message>
    <message>
        <source>How far from the limits</source>
        <translation>Distancia a los límites</translation>
    </message>
    <message>
        <source>Could still change it</source>
        <translation>Aún podría cambiarlo</translation>
    </message>
    <message>
        <source>The answers it reads</source>
        <translation>Las respuestas que lee</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Red flags</source>
        <translation>Signos de alarma</translation>
    </message>
    <message>
        <source>What is not established is never read as no.</source>
        <translation>Lo que no está establecido nunca se lee como «no».</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>no se pregunta</translation>
    </message>
    <message>
        <source>asked or not, depending on other answers</source>
        <translation>se pregunta o no, según otras respuestas</translation>
    </message>
    <message>
        <source>asked</source>
        <translation>se pregunta</translation>
    </message>
    <message>
        <source>{section}: not on screen</source>
        <translation>{section}: no está en pantalla</translation>
    </message>
    <message>
        <source>Other answers decide what is asked.</source>
        <translation>Otras respuestas deciden qué se pregunta.</translation>
    </message>
    <message>
        <source>{region}, {side}</source>
        <translation>{region}, {side}</translation>
    </message>
    <message>
        <source>marked</source>
        <translation>marcado</translation>
    </message>
    <message>
        <source>not marked</source>
        <translation>no marcado</translation>
    </message>
    <message>
        <source>Drawing of the body: {question}</source>
        <translation>Dibujo del cuerpo: {question}</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>Un momento</translation>
    </message>
    <message>
        <source>{option}: chosen</source>
        <translation>{option}: elegida</translation>
    </message>
    <message>
        <source>{name}: {result}</source>
        <translation>{name}: {result}</translation>
    </message>
    <message>
        <source>Whole numbers from {lowest} to {highest} only.</source>
        <translation>Solo números enteros del {lowest} al {highest}.</translation>
    </message>
    <message>
        <source>{number} is recorded; “{rest}” right after it is not.</source>
        <translation>Queda registrado {number}; «{rest}», escrito justo después, no.</translation>
    </message>
    <message>
        <source>Begun {days} days ago: check that the findings still hold.</source>
        <translation>Comenzada hace {days} días: compruebe que los hallazgos siguen siendo válidos.</translation>
    </message>
</context>
</TS>
