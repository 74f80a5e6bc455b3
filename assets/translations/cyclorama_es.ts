<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AboutPage</name>
    <message>
        <source>About</source>
        <translation>Acerca de</translation>
    </message>
    <message>
        <source>A virtual background for every meeting program, computed on this computer only.</source>
        <translation>Un fondo virtual para cualquier programa de reuniones, calculado solo en este equipo.</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Copiar informe</translation>
    </message>
    <message>
        <source>For a bug report: no pictures, no file names</source>
        <translation>Para un informe de errores: sin imágenes ni nombres de archivo</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licencias</translation>
    </message>
    <message>
        <source>Cyclorama, its pictures and its model: Apache-2.0</source>
        <translation>Cyclorama, sus imágenes y su modelo: Apache-2.0</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
</context>
<context>
    <name>ActionBar</name>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Your camera is off; others see a still picture</source>
        <translation>Su cámara está apagada; los demás ven una imagen fija</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>Congelar</translation>
    </message>
    <message>
        <source>Others see the last picture</source>
        <translation>Los demás ven la última imagen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Camera and result side by side</source>
        <translation>Cámara y resultado, uno junto al otro</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Máscara</translation>
    </message>
    <message>
        <source>Show what is kept in white</source>
        <translation>Muestra en blanco lo que se conserva</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>Espejo</translation>
    </message>
    <message>
        <source>Flip the picture for you only</source>
        <translation>Voltea la imagen solo para usted</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Pantalla completa</translation>
    </message>
    <message>
        <source>Only the picture</source>
        <translation>Solo la imagen</translation>
    </message>
    <message>
        <source>Others see</source>
        <translation>Para los demás</translation>
    </message>
    <message>
        <source>My view</source>
        <translation>Mi vista</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>No virtual camera installed.</source>
        <translation>No hay ninguna cámara virtual instalada.</translation>
    </message>
    <message>
        <source>In use by {programs}.</source>
        <translation>En uso por {programs}.</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>Configurar</translation>
    </message>
    <message>
        <source>Where do I choose it?</source>
        <translation>¿Dónde la elijo?</translation>
    </message>
</context>
<context>
    <name>AdjustPage</name>
    <message>
        <source>Adjust</source>
        <translation>Ajustar</translation>
    </message>
    <message>
        <source>Framing</source>
        <translation>Encuadre</translation>
    </message>
    <message>
        <source>Lighting</source>
        <translation>Luz</translation>
    </message>
    <message>
        <source>Studio light</source>
        <translation>Luz de estudio</translation>
    </message>
    <message>
        <source>Edges</source>
        <translation>Bordes</translation>
    </message>
    <message>
        <source>Name tag</source>
        <translation>Rótulo con su nombre</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Restablecer todo</translation>
    </message>
    <message>
        <source>Adjustments reset</source>
        <translation>Ajustes restablecidos</translation>
    </message>
    <message>
        <source>No effect while no background is chosen.</source>
        <translation>Sin efecto mientras no haya un fondo elegido.</translation>
    </message>
    <message>
        <source>Choose a picture, a video or a colour as background to use this.</source>
        <translation>Para usarlo, elija una imagen, un vídeo o un color de fondo.</translation>
    </message>
    <message>
        <source>Turn up the key light to use this.</source>
        <translation>Para usarlo, suba la luz principal.</translation>
    </message>
    <message>
        <source>Zoom in to use this.</source>
        <translation>Amplíe para usarlo.</translation>
    </message>
    <message>
        <source>“Follow my face” chooses the position.</source>
        <translation>«Seguir mi cara» elige la posición.</translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>The window&apos;s settings were damaged. Gallery and theme start anew.</source>
        <translation>Los ajustes de la ventana estaban dañados. La galería y los colores empiezan de nuevo.</translation>
    </message>
    <message>
        <source>The damaged file is kept as {path}.</source>
        <translation>El archivo dañado se conserva como {path}.</translation>
    </message>
</context>
<context>
    <name>BackgroundOptions</name>
    <message>
        <source>Blur strength</source>
        <translation>Intensidad del desenfoque</translation>
    </message>
    <message>
        <source>Picture fit</source>
        <translation>Ajuste de la imagen</translation>
    </message>
    <message>
        <source>Fill the frame</source>
        <translation>Llenar el cuadro</translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation>Mostrar la imagen entera</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>Estirar</translation>
    </message>
    <message>
        <source>Your real background is visible.</source>
        <translation>Se ve su fondo real.</translation>
    </message>
    <message>
        <source>Night blue</source>
        <translation>Azul noche</translation>
    </message>
    <message>
        <source>Forest green</source>
        <translation>Verde bosque</translation>
    </message>
    <message>
        <source>Clay brown</source>
        <translation>Marrón arcilla</translation>
    </message>
    <message>
        <source>Linen</source>
        <translation>Lino</translation>
    </message>
    <message>
        <source>Paper white</source>
        <translation>Blanco papel</translation>
    </message>
    <message>
        <source>Slate</source>
        <translation>Pizarra</translation>
    </message>
    <message>
        <source>Other colour…</source>
        <translation>Otro color…</translation>
    </message>
</context>
<context>
    <name>Backgrounds</name>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>Light blur</source>
        <translation>Difuso</translation>
    </message>
    <message>
        <source>Strong blur</source>
        <translation>Muy difuso</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Color</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Añadir…</translation>
    </message>
    <message>
        <source>Bookshelf</source>
        <translation>Estantería</translation>
    </message>
    <message>
        <source>Bright window</source>
        <translation>Ventana clara</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>Lienzo</translation>
    </message>
    <message>
        <source>City dusk</source>
        <translation>Ciudad al anochecer</translation>
    </message>
    <message>
        <source>Evening lights</source>
        <translation>Luces de noche</translation>
    </message>
    <message>
        <source>Home office</source>
        <translation>Despacho en casa</translation>
    </message>
    <message>
        <source>Leaf shadows</source>
        <translation>Sombras de hojas</translation>
    </message>
    <message>
        <source>Misty hills</source>
        <translation>Colinas con niebla</translation>
    </message>
    <message>
        <source>Plaster wall</source>
        <translation>Pared de yeso</translation>
    </message>
    <message>
        <source>Slow waves</source>
        <translation>Olas lentas</translation>
    </message>
    <message>
        <source>Soft gradient</source>
        <translation>Degradado suave</translation>
    </message>
    <message>
        <source>Studio grey</source>
        <translation>Gris de estudio</translation>
    </message>
    <message>
        <source>Warm lamp</source>
        <translation>Lámpara cálida</translation>
    </message>
</context>
<context>
    <name>BackgroundsPage</name>
    <message>
        <source>Background</source>
        <translation>Fondo</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Favoritos</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Recientes</translation>
    </message>
    <message>
        <source>Nothing here yet. Click the star on a picture to add it.</source>
        <translation>Aún no hay nada. Haga clic en la estrella de una imagen para añadirla.</translation>
    </message>
    <message>
        <source>Drop or paste your own pictures and videos here.</source>
        <translation>Arrastre o pegue aquí sus propias imágenes y vídeos.</translation>
    </message>
    <message>
        <source>Add pictures and videos</source>
        <translation>Añadir imágenes y vídeos</translation>
    </message>
    <message>
        <source>Pictures and videos</source>
        <translation>Imágenes y vídeos</translation>
    </message>
    <message>
        <source>{title} removed</source>
        <translation>{title} quitado</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Favorito</translation>
    </message>
    <message>
        <source>Move forward</source>
        <translation>Mover adelante</translation>
    </message>
    <message>
        <source>Move back</source>
        <translation>Mover atrás</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Pasted image</source>
        <translation>Imagen pegada</translation>
    </message>
    <message>
        <source>{title} is already in the gallery</source>
        <translation>{title} ya está en la galería</translation>
    </message>
    <message numerus="yes">
        <source>%n could not be read</source>
        <translation>
            <numerusform>%n no se pudo leer</numerusform>
            <numerusform>%n no se pudieron leer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n añadido</numerusform>
            <numerusform>%n añadidos</numerusform>
        </translation>
    </message>
    <message>
        <source>{title} can&apos;t be read</source>
        <translation>No se puede leer {title}</translation>
    </message>
    <message>
        <source>The file is damaged, was moved or has an unknown format.</source>
        <translation>El archivo está dañado, se ha movido o tiene un formato desconocido.</translation>
    </message>
    <message numerus="yes">
        <source>Bring back %n removed background(s)</source>
        <translation>
            <numerusform>Recuperar %n fondo quitado</numerusform>
            <numerusform>Recuperar %n fondos quitados</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Cerrar</translation>
    </message>
    <message numerus="yes">
        <source>%n more message(s)</source>
        <translation>
            <numerusform>%n mensaje más</numerusform>
            <numerusform>%n mensajes más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckCard</name>
    <message>
        <source>Fine</source>
        <translation>Correcto</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problema</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy the fix for {title}</source>
        <translation>Copiar la solución de {title}</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
</context>
<context>
    <name>CleanPlateBox</name>
    <message>
        <source>Two seconds of the background without you show what is you, and what you hold.</source>
        <translation>Dos segundos del fondo sin usted muestran qué es usted y qué tiene en la mano.</translation>
    </message>
    <message>
        <source>Step out of the picture</source>
        <translation>Salir de la imagen</translation>
    </message>
    <message>
        <source>Keep the clean plate</source>
        <translation>Conservar la toma vacía</translation>
    </message>
    <message>
        <source>Delete the clean plate</source>
        <translation>Eliminar la toma vacía</translation>
    </message>
    <message>
        <source>It is kept on this computer, where only you can read it.</source>
        <translation>Se guarda en este equipo, donde solo usted puede leerla.</translation>
    </message>
    <message>
        <source>It is a picture of your home: forgotten when Cyclorama ends, unless you keep it.</source>
        <translation>Es una imagen de su casa: se olvida al cerrar Cyclorama, a menos que la conserve.</translation>
    </message>
    <message>
        <source>Step out: {seconds} s</source>
        <translation>Salga: {seconds} s</translation>
    </message>
    <message>
        <source>Stay out: {percent} %</source>
        <translation>Quédese fuera: {percent} %</translation>
    </message>
    <message>
        <source>Leave the picture, and leave the camera as it is.</source>
        <translation>Salga de la imagen y deje la cámara como está.</translation>
    </message>
    <message>
        <source>The clean plate is in use.</source>
        <translation>La toma vacía está en uso.</translation>
    </message>
</context>
<context>
    <name>CloseDialog</name>
    <message>
        <source>Close the window?</source>
        <translation>¿Cerrar la ventana?</translation>
    </message>
    <message>
        <source>You are on air</source>
        <translation>Está en el aire</translation>
    </message>
    <message>
        <source>If you quit, your picture disappears from the meeting.</source>
        <translation>Si sale, su imagen desaparece de la reunión.</translation>
    </message>
    <message>
        <source>Always do this</source>
        <translation>Hacer siempre esto</translation>
    </message>
    <message>
        <source>Keep running in the tray</source>
        <translation>Seguir en la bandeja</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>Controller</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>The window&apos;s settings can&apos;t be saved</source>
        <translation>No se pueden guardar los ajustes de la ventana</translation>
    </message>
    <message>
        <source>No camera found. The demo clip is playing.</source>
        <translation>No se encontró ninguna cámara. Se reproduce el vídeo de demostración.</translation>
    </message>
    <message>
        <source>Connect a camera; everything else can be tried meanwhile.</source>
        <translation>Conecte una cámara; mientras tanto puede probar todo lo demás.</translation>
    </message>
    <message>
        <source>Set-up says what to do.</source>
        <translation>Configuración indica qué hacer.</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>Configurar</translation>
    </message>
</context>
<context>
    <name>DeviceMenu</name>
    <message>
        <source>Camera and picture</source>
        <translation>Cámara e imagen</translation>
    </message>
    <message>
        <source>{camera}: choose camera, resolution and virtual camera</source>
        <translation>{camera}: elegir cámara, resolución y cámara virtual</translation>
    </message>
    <message>
        <source>Camera {name}</source>
        <translation>Cámara {name}</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Cámara</translation>
    </message>
    <message>
        <source>Demo clip</source>
        <translation>Vídeo de demostración</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Resolución</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Virtual camera</source>
        <translation>Cámara virtual</translation>
    </message>
    <message>
        <source>Not installed – set up…</source>
        <translation>No instalada: configurar…</translation>
    </message>
    <message>
        <source>No camera</source>
        <translation>Sin cámara</translation>
    </message>
    <message>
        <source>{name} connected</source>
        <translation>{name} conectada</translation>
    </message>
    <message>
        <source>Use this camera</source>
        <translation>Usar esta cámara</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>&apos;{name}&apos; is not a valid model name</source>
        <translation>«{name}» no es un nombre de modelo válido</translation>
    </message>
    <message>
        <source>0</source>
        <translation>0</translation>
    </message>
    <message>
        <source>180</source>
        <translation>180</translation>
    </message>
    <message>
        <source>270</source>
        <translation>270</translation>
    </message>
    <message>
        <source>90</source>
        <translation>90</translation>
    </message>
    <message>
        <source>A line of text in a corner of the picture; empty for none.</source>
        <translation>Una línea de texto en una esquina de la imagen; vacío para ninguna.</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Fondo</translation>
    </message>
    <message>
        <source>Brighten dark areas</source>
        <translation>Aclarar zonas oscuras</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>Brillo</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Cámara</translation>
    </message>
    <message>
        <source>Camera format</source>
        <translation>Formato de la cámara</translation>
    </message>
    <message>
        <source>Camera permission</source>
        <translation>Permiso de la cámara</translation>
    </message>
    <message>
        <source>Camera portal</source>
        <translation>Portal de la cámara</translation>
    </message>
    <message>
        <source>Clean up specks</source>
        <translation>Limpiar motas</translation>
    </message>
    <message>
        <source>Colour of the green screen as #RRGGBB; auto finds it in the picture.</source>
        <translation>Color de la pantalla verde como #RRGGBB; auto lo busca en la imagen.</translation>
    </message>
    <message>
        <source>Compute the mask for every second frame only.</source>
        <translation>Calcula la máscara solo en uno de cada dos fotogramas.</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Contraste</translation>
    </message>
    <message>
        <source>Corner</source>
        <translation>Esquina</translation>
    </message>
    <message>
        <source>Device that meeting programs show; auto takes the first.</source>
        <translation>Dispositivo que muestran los programas de reuniones; auto usa el primero.</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>Energía</translation>
    </message>
    <message>
        <source>Fedora&apos;s Firefox shows PipeWire cameras and may not show v4l2loopback ones</source>
        <translation>Firefox de Fedora muestra las cámaras de PipeWire y puede que no las de v4l2loopback</translation>
    </message>
    <message>
        <source>File with a small picture beside the name, or alone; empty for none.</source>
        <translation>Archivo con una imagen pequeña junto al nombre, o sola; vacío para ninguna.</translation>
    </message>
    <message>
        <source>Fine edges</source>
        <translation>Bordes finos</translation>
    </message>
    <message>
        <source>Flip yourself left to right for others; the background stays readable.</source>
        <translation>Le voltea de izquierda a derecha para los demás; el fondo sigue siendo legible.</translation>
    </message>
    <message>
        <source>Follow hair and fingers at full resolution.</source>
        <translation>Sigue el pelo y los dedos a resolución completa.</translation>
    </message>
    <message>
        <source>Follow my face</source>
        <translation>Seguir mi cara</translation>
    </message>
    <message>
        <source>Frame rate</source>
        <translation>Fotogramas por segundo</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Alto</translation>
    </message>
    <message>
        <source>Horizontal position</source>
        <translation>Posición horizontal</translation>
    </message>
    <message>
        <source>How a picture fills the frame.</source>
        <translation>Cómo llena el cuadro una imagen.</translation>
    </message>
    <message>
        <source>How far your brightness and colours follow the chosen picture&apos;s light.</source>
        <translation>Cuánto siguen su brillo y sus colores la luz de la imagen elegida.</translation>
    </message>
    <message>
        <source>How much closer you are shown.</source>
        <translation>Cuánto más cerca se le muestra.</translation>
    </message>
    <message>
        <source>How much dark areas are lifted.</source>
        <translation>Cuánto se aclaran las zonas oscuras.</translation>
    </message>
    <message>
        <source>How much of the background&apos;s light falls on your edges.</source>
        <translation>Cuánta luz del fondo cae sobre sus bordes.</translation>
    </message>
    <message>
        <source>How much soft light falls on you from one side.</source>
        <translation>Cuánta luz suave le llega desde un lado.</translation>
    </message>
    <message>
        <source>How strongly the mask is smoothed over time where nothing moves; 0 turns it off.</source>
        <translation>Cuánto se suaviza la máscara en el tiempo donde nada se mueve; 0 lo desactiva.</translation>
    </message>
    <message>
        <source>Index, stable id, path or name of the camera; auto takes the first.</source>
        <translation>Número, identificador, ruta o nombre de la cámara; auto usa la primera.</translation>
    </message>
    <message>
        <source>Keep your face in the middle while zoomed in.</source>
        <translation>Mantiene su cara en el centro al ampliar.</translation>
    </message>
    <message>
        <source>Key colour</source>
        <translation>Color clave</translation>
    </message>
    <message>
        <source>Key light</source>
        <translation>Luz principal</translation>
    </message>
    <message>
        <source>Light comes from</source>
        <translation>La luz viene de</translation>
    </message>
    <message>
        <source>Light wrap</source>
        <translation>Luz envolvente</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logotipo</translation>
    </message>
    <message>
        <source>Make the camera picture cooler or warmer.</source>
        <translation>Hace la imagen de la cámara más fría o más cálida.</translation>
    </message>
    <message>
        <source>Make the camera picture darker or brighter.</source>
        <translation>Hace la imagen de la cámara más oscura o más clara.</translation>
    </message>
    <message>
        <source>Make the camera picture softer or stronger.</source>
        <translation>Hace la imagen de la cámara más suave o más intensa.</translation>
    </message>
    <message>
        <source>Match the background</source>
        <translation>Ajustar al fondo</translation>
    </message>
    <message>
        <source>Matting</source>
        <translation>Recorte</translation>
    </message>
    <message>
        <source>Mirror for others</source>
        <translation>Espejo para los demás</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Name or path of the segmentation model; auto chooses the installed one that fits the camera picture.</source>
        <translation>Nombre o ruta del modelo de segmentación; auto elige el instalado que se ajusta a la imagen de la cámara.</translation>
    </message>
    <message>
        <source>Name tag</source>
        <translation>Rótulo con su nombre</translation>
    </message>
    <message>
        <source>Not compiled for this computer. Everything works, more slowly.</source>
        <translation>No están compilados para este equipo. Todo funciona, pero más despacio.</translation>
    </message>
    <message>
        <source>OBS is installed</source>
        <translation>OBS está instalado</translation>
    </message>
    <message>
        <source>OBS&apos;s virtual camera is not active yet</source>
        <translation>La cámara virtual de OBS aún no está activa</translation>
    </message>
    <message>
        <source>OBS&apos;s virtual camera is not installed</source>
        <translation>La cámara virtual de OBS no está instalada</translation>
    </message>
    <message>
        <source>Of the output, in frames per second.</source>
        <translation>De la salida, en fotogramas por segundo.</translation>
    </message>
    <message>
        <source>Of the output, in pixels.</source>
        <translation>De la salida, en píxeles.</translation>
    </message>
    <message>
        <source>OpenVINO can&apos;t load model {model}, which may be damaged</source>
        <translation>OpenVINO no puede cargar el modelo {model}, que puede estar dañado</translation>
    </message>
    <message>
        <source>Paddle can&apos;t be imported ({reason})</source>
        <translation>No se puede importar Paddle ({reason})</translation>
    </message>
    <message>
        <source>Paddle can&apos;t load model {model}, which may be damaged</source>
        <translation>Paddle no puede cargar el modelo {model}, que puede estar dañado</translation>
    </message>
    <message>
        <source>Paddle can&apos;t run model {model}</source>
        <translation>Paddle no puede ejecutar el modelo {model}</translation>
    </message>
    <message>
        <source>Paddle crashes on model {model}, which is damaged</source>
        <translation>Paddle falla con el modelo {model}, que está dañado</translation>
    </message>
    <message>
        <source>Paddle does not finish with model {model}</source>
        <translation>Paddle no termina con el modelo {model}</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>Permiso</translation>
    </message>
    <message>
        <source>Picture fit</source>
        <translation>Ajuste de la imagen</translation>
    </message>
    <message>
        <source>PipeWire</source>
        <translation>PipeWire</translation>
    </message>
    <message>
        <source>PipeWire isn&apos;t installed; it offers a virtual camera without a driver</source>
        <translation>PipeWire no está instalado; ofrece una cámara virtual sin controlador</translation>
    </message>
    <message>
        <source>PipeWire isn&apos;t running</source>
        <translation>PipeWire no está en ejecución</translation>
    </message>
    <message>
        <source>PipeWire {version} is running; its camera needs no driver</source>
        <translation>PipeWire {version} está en ejecución; su cámara no necesita controlador</translation>
    </message>
    <message>
        <source>Portrait camera</source>
        <translation>Cámara vertical</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precisión</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Procesador</translation>
    </message>
    <message>
        <source>Remove small regions that are not part of a person.</source>
        <translation>Elimina las zonas pequeñas que no son parte de una persona.</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>Girar</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>Motor</translation>
    </message>
    <message>
        <source>Save power</source>
        <translation>Ahorrar energía</translation>
    </message>
    <message>
        <source>Secure Boot</source>
        <translation>Arranque seguro</translation>
    </message>
    <message>
        <source>Secure Boot is on, so the kernel only loads modules signed with a key you enrolled</source>
        <translation>El arranque seguro está activo, así que el núcleo solo carga módulos firmados con una clave que usted haya registrado</translation>
    </message>
    <message>
        <source>Side of the picture, as others see it.</source>
        <translation>Lado de la imagen, tal como la ven los demás.</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Suavizado</translation>
    </message>
    <message>
        <source>Test picture</source>
        <translation>Imagen de prueba</translation>
    </message>
    <message>
        <source>The picture, colour or blur around you.</source>
        <translation>La imagen, el color o el desenfoque a su alrededor.</translation>
    </message>
    <message>
        <source>Treat the camera picture as upright even if it is wider than high.</source>
        <translation>Trata la imagen de la cámara como vertical aunque sea más ancha que alta.</translation>
    </message>
    <message>
        <source>Turn camera off when unused</source>
        <translation>Apagar la cámara si no se usa</translation>
    </message>
    <message>
        <source>Turn the camera off while no program shows the picture.</source>
        <translation>Apaga la cámara mientras ningún programa muestra la imagen.</translation>
    </message>
    <message>
        <source>Turn the camera picture clockwise.</source>
        <translation>Gira la imagen de la cámara en el sentido de las agujas del reloj.</translation>
    </message>
    <message>
        <source>Unity Capture is installed</source>
        <translation>Unity Capture está instalado</translation>
    </message>
    <message>
        <source>Unity Capture is not registered</source>
        <translation>Unity Capture no está registrado</translation>
    </message>
    <message>
        <source>Vertical position</source>
        <translation>Posición vertical</translation>
    </message>
    <message>
        <source>Virtual camera</source>
        <translation>Cámara virtual</translation>
    </message>
    <message>
        <source>Virtual camera driver</source>
        <translation>Controlador de la cámara virtual</translation>
    </message>
    <message>
        <source>Warmth</source>
        <translation>Calidez</translation>
    </message>
    <message>
        <source>What computes the mask.</source>
        <translation>Qué calcula la máscara.</translation>
    </message>
    <message>
        <source>What gives way when the machine is overloaded: auto also saves on battery and in heat, saving does so always.</source>
        <translation>Qué se reduce si el equipo está sobrecargado: auto ahorra también con batería y con calor, saving siempre.</translation>
    </message>
    <message>
        <source>What is asked of the camera.</source>
        <translation>Qué se pide a la cámara.</translation>
    </message>
    <message>
        <source>What the mask is computed in; auto takes bf16 for videos where the processor has it, f32 for pictures.</source>
        <translation>En qué se calcula la máscara; auto usa bf16 para vídeos si el procesador lo permite y f32 para imágenes.</translation>
    </message>
    <message>
        <source>Where name and logo are, as others see it.</source>
        <translation>Dónde están el nombre y el logotipo, tal como los ven los demás.</translation>
    </message>
    <message>
        <source>Which part is shown while zoomed in.</source>
        <translation>Qué parte se muestra al ampliar.</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Ancho</translation>
    </message>
    <message>
        <source>Windows doesn&apos;t let programs use the camera</source>
        <translation>Windows no permite que los programas usen la cámara</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>`{program} devices` lists them</source>
        <translation>`{program} devices` las muestra</translation>
    </message>
    <message>
        <source>`{program} doctor` says what is missing</source>
        <translation>`{program} doctor` dice qué falta</translation>
    </message>
    <message>
        <source>a model {model} is installed already</source>
        <translation>el modelo {model} ya está instalado</translation>
    </message>
    <message>
        <source>a person is in the picture</source>
        <translation>hay una persona en la imagen</translation>
    </message>
    <message>
        <source>a picture of {width}x{height} does not fit into a {ending} file</source>
        <translation>una imagen de {width}x{height} no cabe en un archivo {ending}</translation>
    </message>
    <message>
        <source>a std is not positive</source>
        <translation>un std no es positivo</translation>
    </message>
    <message>
        <source>allow it in the privacy settings</source>
        <translation>permítalo en los ajustes de privacidad</translation>
    </message>
    <message>
        <source>alpha on modest machines</source>
        <translation>alfa en equipos modestos</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>automático</translation>
    </message>
    <message>
        <source>bf16</source>
        <translation>bf16</translation>
    </message>
    <message>
        <source>bottom-left</source>
        <translation>abajo a la izquierda</translation>
    </message>
    <message>
        <source>bottom-right</source>
        <translation>abajo a la derecha</translation>
    </message>
    <message>
        <source>browsers don&apos;t list this device because it offers capture and output at once</source>
        <translation>los navegadores no muestran este dispositivo porque ofrece captura y salida a la vez</translation>
    </message>
    <message>
        <source>browsers don&apos;t list {path}</source>
        <translation>los navegadores no muestran {path}</translation>
    </message>
    <message>
        <source>browsers list this device while it is in use</source>
        <translation>los navegadores muestran este dispositivo mientras está en uso</translation>
    </message>
    <message>
        <source>can&apos;t delete {path}: {reason}</source>
        <translation>no se puede eliminar {path}: {reason}</translation>
    </message>
    <message>
        <source>can&apos;t keep an alpha as {name}</source>
        <translation>no se puede guardar un alfa como {name}</translation>
    </message>
    <message>
        <source>can&apos;t make the folder {folder}: {reason}</source>
        <translation>no se puede crear la carpeta {folder}: {reason}</translation>
    </message>
    <message>
        <source>can&apos;t open {path}: {reason}</source>
        <translation>no se puede abrir {path}: {reason}</translation>
    </message>
    <message>
        <source>can&apos;t read the picture {path}: {reason}</source>
        <translation>no se puede leer la imagen {path}: {reason}</translation>
    </message>
    <message>
        <source>can&apos;t read {path}: {reason}</source>
        <translation>no se puede leer {path}: {reason}</translation>
    </message>
    <message>
        <source>can&apos;t write a picture as {name}</source>
        <translation>no se puede escribir una imagen como {name}</translation>
    </message>
    <message>
        <source>can&apos;t write a video as {name}</source>
        <translation>no se puede escribir un vídeo como {name}</translation>
    </message>
    <message>
        <source>can&apos;t write an animation as {name}</source>
        <translation>no se puede escribir una animación como {name}</translation>
    </message>
    <message>
        <source>can&apos;t write to the folder {path}: {reason}</source>
        <translation>no se puede escribir en la carpeta {path}: {reason}</translation>
    </message>
    <message>
        <source>can&apos;t write to {folder}: {reason}</source>
        <translation>no se puede escribir en {folder}: {reason}</translation>
    </message>
    <message>
        <source>can&apos;t write to {name}: {reason}</source>
        <translation>no se puede escribir en {name}: {reason}</translation>
    </message>
    <message>
        <source>can&apos;t write {path}: {reason}</source>
        <translation>no se puede escribir {path}: {reason}</translation>
    </message>
    <message>
        <source>capture</source>
        <translation>captura</translation>
    </message>
    <message>
        <source>change the answer in the privacy settings</source>
        <translation>cambie la respuesta en los ajustes de privacidad</translation>
    </message>
    <message>
        <source>check its name and rights</source>
        <translation>compruebe su nombre y sus permisos</translation>
    </message>
    <message>
        <source>check its permissions</source>
        <translation>compruebe sus permisos</translation>
    </message>
    <message>
        <source>check the disk</source>
        <translation>compruebe el disco</translation>
    </message>
    <message>
        <source>check the name</source>
        <translation>compruebe el nombre</translation>
    </message>
    <message>
        <source>check your connection and try again</source>
        <translation>compruebe su conexión y vuelva a intentarlo</translation>
    </message>
    <message>
        <source>choose PipeWire as the virtual camera</source>
        <translation>elija PipeWire como cámara virtual</translation>
    </message>
    <message>
        <source>choose a background first</source>
        <translation>elija antes un fondo</translation>
    </message>
    <message>
        <source>choose a v4l2loopback device</source>
        <translation>elija un dispositivo v4l2loopback</translation>
    </message>
    <message>
        <source>choose another model</source>
        <translation>elija otro modelo</translation>
    </message>
    <message>
        <source>choose another model or runtime</source>
        <translation>elija otro modelo u otro motor</translation>
    </message>
    <message>
        <source>choose another name</source>
        <translation>elija otro nombre</translation>
    </message>
    <message>
        <source>choose another one</source>
        <translation>elija otro</translation>
    </message>
    <message>
        <source>choose another place</source>
        <translation>elija otro lugar</translation>
    </message>
    <message>
        <source>choose it in the window, or say `ctl background none`</source>
        <translation>elíjalo en la ventana o con `ctl background none`</translation>
    </message>
    <message>
        <source>clean-plate</source>
        <translation>toma vacía</translation>
    </message>
    <message>
        <source>close a program that uses one</source>
        <translation>cierre un programa que use una</translation>
    </message>
    <message>
        <source>close every program that uses it, then load the driver again</source>
        <translation>cierre todos los programas que la usan y vuelva a cargar el controlador</translation>
    </message>
    <message>
        <source>close it there</source>
        <translation>ciérrela allí</translation>
    </message>
    <message>
        <source>close other programs that use it, or allow access to it</source>
        <translation>cierre otros programas que la usen o permita el acceso</translation>
    </message>
    <message>
        <source>close the other one first</source>
        <translation>cierre primero la otra</translation>
    </message>
    <message>
        <source>close {readers} and start again</source>
        <translation>cierre {readers} y empiece de nuevo</translation>
    </message>
    <message>
        <source>composing failed ({reason})</source>
        <translation>la composición falló ({reason})</translation>
    </message>
    <message>
        <source>composition</source>
        <translation>composición</translation>
    </message>
    <message>
        <source>connect a camera, or try the demo clip</source>
        <translation>conecte una cámara o pruebe el vídeo de demostración</translation>
    </message>
    <message>
        <source>contain</source>
        <translation>mostrar entera</translation>
    </message>
    <message>
        <source>convert it to MP4 with another program</source>
        <translation>conviértalo a MP4 con otro programa</translation>
    </message>
    <message>
        <source>copy it again</source>
        <translation>cópielo de nuevo</translation>
    </message>
    <message>
        <source>copy it again or use another one</source>
        <translation>cópielo de nuevo o use otro</translation>
    </message>
    <message>
        <source>cover</source>
        <translation>llenar</translation>
    </message>
    <message>
        <source>defaults apply</source>
        <translation>se aplican los valores predeterminados</translation>
    </message>
    <message>
        <source>delete it by hand</source>
        <translation>elimínelo a mano</translation>
    </message>
    <message>
        <source>delete it to accept the next downloads as they are</source>
        <translation>elimínelo para aceptar las próximas descargas tal cual</translation>
    </message>
    <message>
        <source>delete it yourself</source>
        <translation>elimine el archivo usted</translation>
    </message>
    <message>
        <source>device or resource busy</source>
        <translation>dispositivo o recurso ocupado</translation>
    </message>
    <message>
        <source>don&apos;t use it</source>
        <translation>no lo use</translation>
    </message>
    <message>
        <source>don&apos;t use it, and tell its publisher</source>
        <translation>no lo use y avise a su editor</translation>
    </message>
    <message>
        <source>download it again</source>
        <translation>descárguelo de nuevo</translation>
    </message>
    <message>
        <source>download it from its publisher</source>
        <translation>descárguelo de su editor</translation>
    </message>
    <message>
        <source>download it with: {program} models get {model}</source>
        <translation>descárguelo con: {program} models get {model}</translation>
    </message>
    <message>
        <source>download one with: {program} models get {model}</source>
        <translation>descargue uno con: {program} models get {model}</translation>
    </message>
    <message>
        <source>download one, or give a trimap</source>
        <translation>descargue uno o indique un trimap</translation>
    </message>
    <message>
        <source>download or import it again</source>
        <translation>descárguelo o impórtelo de nuevo</translation>
    </message>
    <message>
        <source>download or import it again, or choose another</source>
        <translation>descárguelo o impórtelo de nuevo, o elija otro</translation>
    </message>
    <message>
        <source>download or import it again; it may be damaged</source>
        <translation>descárguelo o impórtelo de nuevo; puede estar dañado</translation>
    </message>
    <message>
        <source>download or import the model again</source>
        <translation>descargue o importe de nuevo el modelo</translation>
    </message>
    <message>
        <source>download or import the model again, or choose another</source>
        <translation>descargue o importe de nuevo el modelo, o elija otro</translation>
    </message>
    <message>
        <source>downloading {file} failed: {reason}</source>
        <translation>la descarga de {file} falló: {reason}</translation>
    </message>
    <message>
        <source>end it in .png or .mkv, or name a folder</source>
        <translation>use la extensión .png o .mkv, o indique una carpeta</translation>
    </message>
    <message>
        <source>leave the settings as they are meanwhile, and try again</source>
        <translation>deje los ajustes como están mientras tanto e inténtelo de nuevo</translation>
    </message>
    <message>
        <source>the name tag can&apos;t be drawn ({reason})</source>
        <translation>no se puede dibujar el rótulo con su nombre ({reason})</translation>
    </message>
    <message>
        <source>there were too few frames for a clean plate</source>
        <translation>llegaron muy pocas imágenes para una toma vacía</translation>
    </message>
    <message>
        <source>use a name that ends in {endings}</source>
        <translation>use la extensión {endings}</translation>
    </message>
    <message>
        <source>enrol the key and restart</source>
        <translation>registre la clave y reinicie</translation>
    </message>
    <message>
        <source>every Unity Capture camera is in use</source>
        <translation>todas las cámaras de Unity Capture están en uso</translation>
    </message>
    <message>
        <source>everyone</source>
        <translation>todos</translation>
    </message>
    <message>
        <source>export it as PNG</source>
        <translation>expórtelo como PNG</translation>
    </message>
    <message>
        <source>export it with softmax or argmax as its output</source>
        <translation>expórtelo con softmax o argmax como salida</translation>
    </message>
    <message>
        <source>f16</source>
        <translation>f16</translation>
    </message>
    <message>
        <source>f32</source>
        <translation>f32</translation>
    </message>
    <message>
        <source>file name too long</source>
        <translation>nombre de archivo demasiado largo</translation>
    </message>
    <message>
        <source>free some space</source>
        <translation>libere espacio</translation>
    </message>
    <message>
        <source>free some space or choose another place</source>
        <translation>libere espacio o elija otro lugar</translation>
    </message>
    <message>
        <source>green-screen</source>
        <translation>pantalla verde</translation>
    </message>
    <message>
        <source>hair in large photos</source>
        <translation>pelo en fotos grandes</translation>
    </message>
    <message>
        <source>hair in photos and videos to render, the fastest matting</source>
        <translation>pelo en fotos y vídeos por procesar, el matting más rápido</translation>
    </message>
    <message>
        <source>hair in photos and videos to render, the most exact</source>
        <translation>pelo en fotos y vídeos por procesar, el más exacto</translation>
    </message>
    <message>
        <source>import a model only</source>
        <translation>importe solo un modelo</translation>
    </message>
    <message>
        <source>import a plain folder</source>
        <translation>importe una carpeta simple</translation>
    </message>
    <message>
        <source>import an inference model, as PaddleSeg exports it</source>
        <translation>importe un modelo de inferencia como los que exporta PaddleSeg</translation>
    </message>
    <message>
        <source>inference</source>
        <translation>inferencia</translation>
    </message>
    <message>
        <source>input/output error</source>
        <translation>error de entrada/salida</translation>
    </message>
    <message>
        <source>install OBS 26 or newer</source>
        <translation>instale OBS 26 o posterior</translation>
    </message>
    <message>
        <source>install OBS 30 or newer, start and stop its virtual camera once and approve the extension</source>
        <translation>instale OBS 30 o posterior, inicie y detenga una vez su cámara virtual y apruebe la extensión</translation>
    </message>
    <message>
        <source>install OBS Studio, which brings one</source>
        <translation>instale OBS Studio, que incluye una</translation>
    </message>
    <message>
        <source>install OBS, which brings one</source>
        <translation>instale OBS, que incluye una</translation>
    </message>
    <message>
        <source>install paddlepaddle, or use openvino</source>
        <translation>instale paddlepaddle o use openvino</translation>
    </message>
    <message>
        <source>install the package v4l2loopback-dkms and run `sudo modprobe v4l2loopback exclusive_caps=1 card_label=Cyclorama`, or choose the PipeWire camera</source>
        <translation>instale el paquete v4l2loopback-dkms y ejecute `sudo modprobe v4l2loopback exclusive_caps=1 card_label=Cyclorama`, o elija la cámara de PipeWire</translation>
    </message>
    <message>
        <source>install v4l2loopback and load it</source>
        <translation>instale v4l2loopback y cárguelo</translation>
    </message>
    <message>
        <source>installed are: {installed}; {program} models lists all</source>
        <translation>instalados: {installed}; {program} models los muestra todos</translation>
    </message>
    <message>
        <source>is a directory</source>
        <translation>es un directorio</translation>
    </message>
    <message>
        <source>is saved in Paddle 3&apos;s format, which only Paddle reads: use --runtime paddle</source>
        <translation>está guardado en el formato de Paddle 3, que solo lee Paddle: use --runtime paddle</translation>
    </message>
    <message>
        <source>it has no build for Windows on Arm; elsewhere run `make run` again</source>
        <translation>no hay versión para Windows en Arm; en otros sistemas ejecute `make run` de nuevo</translation>
    </message>
    <message>
        <source>it has no section Deploy</source>
        <translation>no tiene la sección Deploy</translation>
    </message>
    <message>
        <source>it is encrypted</source>
        <translation>está cifrado</translation>
    </message>
    <message>
        <source>it lists no transforms</source>
        <translation>no indica transformaciones</translation>
    </message>
    <message>
        <source>it unpacks to far more than expected</source>
        <translation>al descomprimirse ocupa mucho más de lo esperado</translation>
    </message>
    <message>
        <source>keep it still and try again</source>
        <translation>manténgala quieta e inténtelo de nuevo</translation>
    </message>
    <message>
        <source>left</source>
        <translation>izquierda</translation>
    </message>
    <message>
        <source>me</source>
        <translation>solo yo</translation>
    </message>
    <message>
        <source>much before the green screen is no person</source>
        <translation>delante de la pantalla verde hay muchas cosas que no son una persona</translation>
    </message>
    <message>
        <source>network</source>
        <translation>red</translation>
    </message>
    <message>
        <source>no clean plate was taken yet</source>
        <translation>aún no hay ninguna toma vacía</translation>
    </message>
    <message>
        <source>no green screen fills a tenth of the picture</source>
        <translation>ninguna pantalla verde llena una décima parte de la imagen</translation>
    </message>
    <message>
        <source>no such background file: {path}</source>
        <translation>no existe el archivo de fondo: {path}</translation>
    </message>
    <message>
        <source>no such command {word!r}</source>
        <translation>no existe el comando {word!r}</translation>
    </message>
    <message>
        <source>pipe it to a file or program</source>
        <translation>redirija la salida a un archivo o programa</translation>
    </message>
    <message>
        <source>profile names can&apos;t be empty, start with a dot or contain / \ : * ? &quot; &lt; &gt; |</source>
        <translation>los nombres de perfil no pueden estar vacíos, empezar por un punto ni contener / \ : * ? &quot; &lt; &gt; |</translation>
    </message>
    <message>
        <source>quality</source>
        <translation>calidad</translation>
    </message>
    <message>
        <source>reconnect it or choose another</source>
        <translation>vuelva a conectarla o elija otra</translation>
    </message>
    <message>
        <source>right</source>
        <translation>derecha</translation>
    </message>
    <message>
        <source>run its Install.bat, or install OBS</source>
        <translation>ejecute su Install.bat o instale OBS</translation>
    </message>
    <message>
        <source>saving</source>
        <translation>ahorro</translation>
    </message>
    <message>
        <source>check that the program that reads it is running</source>
        <translation>compruebe que el programa que lo lee esté en marcha</translation>
    </message>
    <message>
        <source>check that the services pipewire and wireplumber are running</source>
        <translation>compruebe que los servicios pipewire y wireplumber estén en marcha</translation>
    </message>
    <message>
        <source>standard output is a terminal</source>
        <translation>la salida estándar es un terminal</translation>
    </message>
    <message>
        <source>step out of it and try again</source>
        <translation>salga de la imagen e inténtelo de nuevo</translation>
    </message>
    <message>
        <source>stop the virtual camera in OBS</source>
        <translation>detenga la cámara virtual en OBS</translation>
    </message>
    <message>
        <source>take one first</source>
        <translation>haga una antes</translation>
    </message>
    <message>
        <source>target_size is not [width, height]</source>
        <translation>target_size no es [ancho, alto]</translation>
    </message>
    <message>
        <source>that is not a web address</source>
        <translation>eso no es una dirección web</translation>
    </message>
    <message>
        <source>the PipeWire camera can&apos;t be started</source>
        <translation>no se puede iniciar la cámara de PipeWire</translation>
    </message>
    <message>
        <source>the animation {path} is damaged ({reason})</source>
        <translation>la animación {path} está dañada ({reason})</translation>
    </message>
    <message>
        <source>join the group “video”, then log out and in again</source>
        <translation>únase al grupo «video», cierre la sesión y vuelva a entrar</translation>
    </message>
    <message>
        <source>Everyone in view, or me alone although others are in view.</source>
        <translation>Todos los que están a la vista, o solo yo aunque haya otros.</translation>
    </message>
    <message>
        <source>Native kernels</source>
        <translation>Núcleos nativos</translation>
    </message>
    <message>
        <source>What finds you: the network, a green-screen behind you, or a clean-plate, a picture of what is behind you.</source>
        <translation>Qué hace el recorte: la red (network), una pantalla verde detrás de usted (green-screen) o una toma vacía de lo que hay detrás de usted (clean-plate).</translation>
    </message>
    <message>
        <source>Who is shown</source>
        <translation>Quién se muestra</translation>
    </message>
    <message>
        <source>compile them with GCC or Clang</source>
        <translation>compílelos con GCC o Clang</translation>
    </message>
    <message>
        <source>load it</source>
        <translation>cárguelo</translation>
    </message>
    <message>
        <source>load the driver again with exclusive_caps=1</source>
        <translation>vuelva a cargar el controlador con exclusive_caps=1</translation>
    </message>
    <message>
        <source>macOS asks once whether the app may use the camera</source>
        <translation>macOS pregunta una vez si la aplicación puede usar la cámara</translation>
    </message>
    <message>
        <source>create it first</source>
        <translation>créela primero</translation>
    </message>
    <message>
        <source>mjpeg</source>
        <translation>MJPEG</translation>
    </message>
    <message>
        <source>model {model} answers values outside 0 to 1</source>
        <translation>el modelo {model} responde valores fuera de 0 a 1</translation>
    </message>
    <message>
        <source>model {model} answers {shape}, neither probabilities, nor labels, nor alpha</source>
        <translation>el modelo {model} responde {shape}, que no son probabilidades, ni etiquetas, ni alfa</translation>
    </message>
    <message>
        <source>model {model} can&apos;t be read: {reason}</source>
        <translation>no se puede leer el modelo {model}: {reason}</translation>
    </message>
    <message>
        <source>model {model} doesn&apos;t take one image and answer one mask</source>
        <translation>el modelo {model} no recibe una imagen y responde una máscara</translation>
    </message>
    <message>
        <source>model {model} fails on a known image: it finds {found:.0%} of the person and takes {false:.0%} of the background for one</source>
        <translation>el modelo {model} falla con una imagen conocida: encuentra el {found:.0%} de la persona y toma por una el {false:.0%} del fondo</translation>
    </message>
    <message>
        <source>model {model} is ONNX, which Paddle can&apos;t read</source>
        <translation>el modelo {model} es ONNX, que Paddle no puede leer</translation>
    </message>
    <message>
        <source>model {model} is not installed</source>
        <translation>el modelo {model} no está instalado</translation>
    </message>
    <message>
        <source>model {model} lacks its file {file}</source>
        <translation>al modelo {model} le falta el archivo {file}</translation>
    </message>
    <message>
        <source>model {model} also needs a portrait model</source>
        <translation>el modelo {model} necesita además un modelo de retrato</translation>
    </message>
    <message>
        <source>model {model} {reason}</source>
        <translation>el modelo {model} {reason}</translation>
    </message>
    <message>
        <source>name a folder that holds a model</source>
        <translation>indique una carpeta que contenga un modelo</translation>
    </message>
    <message>
        <source>name a new one</source>
        <translation>indique una nueva</translation>
    </message>
    <message>
        <source>name a video, or a folder for them</source>
        <translation>indique un vídeo o una carpeta para ellos</translation>
    </message>
    <message>
        <source>no camera connected</source>
        <translation>no hay ninguna cámara conectada</translation>
    </message>
    <message>
        <source>no camera was found</source>
        <translation>no se encontró ninguna cámara</translation>
    </message>
    <message>
        <source>no model is installed</source>
        <translation>no hay ningún modelo instalado</translation>
    </message>
    <message>
        <source>no picture could be sent: {problem}</source>
        <translation>no se pudo enviar ninguna imagen: {problem}</translation>
    </message>
    <message>
        <source>no space left on device</source>
        <translation>no queda espacio en el dispositivo</translation>
    </message>
    <message>
        <source>no such background {text}</source>
        <translation>no existe el fondo {text}</translation>
    </message>
    <message>
        <source>no such device</source>
        <translation>no existe el dispositivo</translation>
    </message>
    <message>
        <source>no such file or directory</source>
        <translation>no existe el archivo o directorio</translation>
    </message>
    <message>
        <source>no such file: {path}</source>
        <translation>no existe el archivo: {path}</translation>
    </message>
    <message>
        <source>no such folder: {folder}</source>
        <translation>no existe la carpeta: {folder}</translation>
    </message>
    <message>
        <source>no such sink {spec}</source>
        <translation>no existe la salida {spec}</translation>
    </message>
    <message>
        <source>no such source {spec}</source>
        <translation>no existe la fuente {spec}</translation>
    </message>
    <message>
        <source>no virtual camera is installed</source>
        <translation>no hay ninguna cámara virtual instalada</translation>
    </message>
    <message>
        <source>not a directory</source>
        <translation>no es un directorio</translation>
    </message>
    <message>
        <source>omit the virtual camera&apos;s kind</source>
        <translation>omita el tipo de cámara virtual</translation>
    </message>
    <message>
        <source>opening {camera} was interrupted</source>
        <translation>se interrumpió la apertura de {camera}</translation>
    </message>
    <message>
        <source>openvino</source>
        <translation>OpenVINO</translation>
    </message>
    <message>
        <source>operation not permitted</source>
        <translation>operación no permitida</translation>
    </message>
    <message>
        <source>paddle</source>
        <translation>Paddle</translation>
    </message>
    <message>
        <source>people in very large photos</source>
        <translation>personas en fotos muy grandes</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>permiso denegado</translation>
    </message>
    <message>
        <source>photos and videos to render</source>
        <translation>fotos y vídeos por procesar</translation>
    </message>
    <message>
        <source>photos and videos to render, small and exact</source>
        <translation>fotos y vídeos por procesar, pequeño y exacto</translation>
    </message>
    <message>
        <source>photos with a trimap; without one it is made from a portrait model&apos;s mask</source>
        <translation>fotos con trimap; sin él se crea a partir de la máscara de un modelo de retrato</translation>
    </message>
    <message>
        <source>please report this with the log</source>
        <translation>informe de esto con el registro</translation>
    </message>
    <message>
        <source>connect it; `{program} devices` lists cameras</source>
        <translation>conéctela; `{program} devices` muestra las cámaras</translation>
    </message>
    <message>
        <source>connect it; `{program} devices` lists what is connected</source>
        <translation>conéctela; `{program} devices` muestra lo que hay</translation>
    </message>
    <message>
        <source>connect one</source>
        <translation>conecte una</translation>
    </message>
    <message>
        <source>programs can ask for PipeWire cameras</source>
        <translation>los programas pueden solicitar cámaras de PipeWire</translation>
    </message>
    <message>
        <source>pyvirtualcam is not installed</source>
        <translation>pyvirtualcam no está instalado</translation>
    </message>
    <message>
        <source>raw</source>
        <translation>sin comprimir</translation>
    </message>
    <message>
        <source>read-only file system</source>
        <translation>sistema de archivos de solo lectura</translation>
    </message>
    <message>
        <source>remove it first: {folder}</source>
        <translation>quítelo primero: {folder}</translation>
    </message>
    <message>
        <source>rename it: letters, digits, _ . + -</source>
        <translation>cámbiele el nombre: letras, cifras, _ . + -</translation>
    </message>
    <message>
        <source>restart PipeWire</source>
        <translation>reinicie PipeWire</translation>
    </message>
    <message>
        <source>run `sudo usermod -aG video $USER`, then log out and in again</source>
        <translation>ejecute `sudo usermod -aG video $USER`, cierre la sesión y vuelva a entrar</translation>
    </message>
    <message>
        <source>run `sudo usermod -aG video {user}`, then log out and in again</source>
        <translation>ejecute `sudo usermod -aG video {user}`, cierre la sesión y vuelva a entrar</translation>
    </message>
    <message>
        <source>save it as PNG or JPEG</source>
        <translation>guárdela como PNG o JPEG</translation>
    </message>
    <message>
        <source>save the page you want as PNG</source>
        <translation>guarde la página que quiera como PNG</translation>
    </message>
    <message>
        <source>scale it down</source>
        <translation>redúzcala</translation>
    </message>
    <message>
        <source>check that it is still connected and that no other program writes to it</source>
        <translation>compruebe que ningún otro programa escriba en él y que siga ahí</translation>
    </message>
    <message>
        <source>set media.webrtc.camera.allow-pipewire to true on this page</source>
        <translation>ponga media.webrtc.camera.allow-pipewire en true en esta página</translation>
    </message>
    <message>
        <source>settings ignored: {wrong}</source>
        <translation>ajustes ignorados: {wrong}</translation>
    </message>
    <message>
        <source>start it</source>
        <translation>inícielo</translation>
    </message>
    <message>
        <source>start its virtual camera once and allow its extension in System Settings</source>
        <translation>inicie una vez su cámara virtual y permita su extensión en Ajustes del Sistema</translation>
    </message>
    <message>
        <source>stop its virtual camera, or choose another device</source>
        <translation>detenga su cámara virtual o elija otro dispositivo</translation>
    </message>
    <message>
        <source>stretch</source>
        <translation>estirar</translation>
    </message>
    <message>
        <source>the OBS virtual camera is installed</source>
        <translation>la cámara virtual de OBS está instalada</translation>
    </message>
    <message>
        <source>the background video {name} has no pictures</source>
        <translation>el vídeo de fondo {name} no tiene imágenes</translation>
    </message>
    <message>
        <source>the background video {name} is damaged ({reason})</source>
        <translation>el vídeo de fondo {name} está dañado ({reason})</translation>
    </message>
    <message>
        <source>the background video {name} is too small</source>
        <translation>el vídeo de fondo {name} es demasiado pequeño</translation>
    </message>
    <message>
        <source>the camera moves, or something in front of it</source>
        <translation>la cámara, o algo delante de ella, se mueve</translation>
    </message>
    <message>
        <source>the camera or the light has changed</source>
        <translation>la cámara o la luz ha cambiado</translation>
    </message>
    <message>
        <source>the clean plate has another size</source>
        <translation>la toma vacía tiene otro tamaño</translation>
    </message>
    <message>
        <source>the connection was cut off</source>
        <translation>se cortó la conexión</translation>
    </message>
    <message>
        <source>the fallback frame is shown</source>
        <translation>se muestra la imagen de reserva</translation>
    </message>
    <message>
        <source>the fallback frame is shown; choose another model if it stays</source>
        <translation>se muestra la imagen de reserva; elija otro modelo si continúa</translation>
    </message>
    <message>
        <source>the file is damaged</source>
        <translation>el archivo está dañado</translation>
    </message>
    <message>
        <source>the folder {folder} holds other things than numbered pictures</source>
        <translation>la carpeta {folder} contiene otras cosas que imágenes numeradas</translation>
    </message>
    <message>
        <source>the light changes</source>
        <translation>la luz cambia</translation>
    </message>
    <message>
        <source>the mask does not look like a person</source>
        <translation>la máscara no parece una persona</translation>
    </message>
    <message>
        <source>the matting method failed ({reason})</source>
        <translation>el método de recorte ha fallado ({reason})</translation>
    </message>
    <message>
        <source>the model {choice} can&apos;t be loaded ({error})</source>
        <translation>no se puede cargar el modelo {choice} ({error})</translation>
    </message>
    <message>
        <source>the model&apos;s answer is not a number</source>
        <translation>la respuesta del modelo no es un número</translation>
    </message>
    <message>
        <source>the network finds you</source>
        <translation>la red hace el recorte</translation>
    </message>
    <message>
        <source>the network finds you until then</source>
        <translation>hasta entonces, la red hace el recorte</translation>
    </message>
    <message>
        <source>the network finds you; clear the cloth</source>
        <translation>la red hace el recorte; despeje la tela</translation>
    </message>
    <message>
        <source>the network finds you; light the cloth evenly or choose its colour</source>
        <translation>la red hace el recorte; ilumine la tela de manera uniforme o elija su color</translation>
    </message>
    <message>
        <source>the network finds you; take the clean plate again</source>
        <translation>la red hace el recorte; repita la toma vacía</translation>
    </message>
    <message>
        <source>the picture is scaled to that until it is closed</source>
        <translation>la imagen se escala a eso hasta que se cierre</translation>
    </message>
    <message>
        <source>the picture {path} is damaged ({reason})</source>
        <translation>la imagen {path} está dañada ({reason})</translation>
    </message>
    <message>
        <source>the profile {name} would show your real background</source>
        <translation>el perfil {name} mostraría su fondo real</translation>
    </message>
    <message>
        <source>the server has another file than before</source>
        <translation>el servidor tiene otro archivo que antes</translation>
    </message>
    <message>
        <source>the server is too slow</source>
        <translation>el servidor es demasiado lento</translation>
    </message>
    <message>
        <source>the server redirects to an address without encryption</source>
        <translation>el servidor redirige a una dirección sin cifrado</translation>
    </message>
    <message>
        <source>the server sends another part than it was asked for</source>
        <translation>el servidor envía otra parte que la solicitada</translation>
    </message>
    <message>
        <source>the settings were damaged ({reason})</source>
        <translation>los ajustes estaban dañados ({reason})</translation>
    </message>
    <message>
        <source>the settings {path} can&apos;t be read ({reason})</source>
        <translation>no se pueden leer los ajustes {path} ({reason})</translation>
    </message>
    <message>
        <source>the virtual camera can&apos;t be started ({reason})</source>
        <translation>no se puede iniciar la cámara virtual ({reason})</translation>
    </message>
    <message>
        <source>the virtual camera could not be started, it is probably in use</source>
        <translation>no se pudo iniciar la cámara virtual, probablemente está en uso</translation>
    </message>
    <message>
        <source>you have no permission to write to the virtual camera</source>
        <translation>no tiene permiso para escribir en la cámara virtual</translation>
    </message>
    <message>
        <source>their defaults apply</source>
        <translation>se aplican sus valores predeterminados</translation>
    </message>
    <message>
        <source>there is no background picture {path}</source>
        <translation>no existe la imagen de fondo {path}</translation>
    </message>
    <message>
        <source>there is no background video {path}</source>
        <translation>no existe el vídeo de fondo {path}</translation>
    </message>
    <message>
        <source>there is no camera at {address}</source>
        <translation>no hay ninguna cámara en {address}</translation>
    </message>
    <message>
        <source>there is no camera {wanted!r}</source>
        <translation>no existe la cámara {wanted!r}</translation>
    </message>
    <message>
        <source>there is no clean plate</source>
        <translation>no hay ninguna toma vacía</translation>
    </message>
    <message>
        <source>there is no file or folder {path}</source>
        <translation>no existe el archivo o la carpeta {path}</translation>
    </message>
    <message>
        <source>there is no mask while the background is none</source>
        <translation>con el fondo «ninguno» no hay máscara</translation>
    </message>
    <message>
        <source>there is no model &apos;{model}&apos;</source>
        <translation>no existe el modelo «{model}»</translation>
    </message>
    <message>
        <source>there is no model or sample set &apos;{name}&apos;</source>
        <translation>no existe el modelo o conjunto de muestra «{name}»</translation>
    </message>
    <message>
        <source>there is no virtual camera for Windows on Arm</source>
        <translation>no hay cámara virtual para Windows en Arm</translation>
    </message>
    <message>
        <source>there is no virtual camera named {name!r}</source>
        <translation>no hay ninguna cámara virtual llamada {name!r}</translation>
    </message>
    <message>
        <source>there is no {path}</source>
        <translation>no existe {path}</translation>
    </message>
    <message>
        <source>there is too little memory for the picture {path}</source>
        <translation>no hay memoria suficiente para la imagen {path}</translation>
    </message>
    <message>
        <source>they are kept as {aside}</source>
        <translation>se conservan como {aside}</translation>
    </message>
    <message>
        <source>this app already sends to a virtual camera</source>
        <translation>esta aplicación ya envía a una cámara virtual</translation>
    </message>
    <message>
        <source>this app already sends to that virtual camera</source>
        <translation>esta aplicación ya envía a esa cámara virtual</translation>
    </message>
    <message>
        <source>top-left</source>
        <translation>arriba a la izquierda</translation>
    </message>
    <message>
        <source>top-right</source>
        <translation>arriba a la derecha</translation>
    </message>
    <message>
        <source>try again later, or import a copy</source>
        <translation>vuelva a intentarlo más tarde o importe una copia</translation>
    </message>
    <message>
        <source>try another cable, port or format</source>
        <translation>pruebe otro cable, puerto o formato</translation>
    </message>
    <message>
        <source>turn on this flag</source>
        <translation>active esta opción</translation>
    </message>
    <message>
        <source>unplug it and plug it in again</source>
        <translation>desconéctela y vuelva a conectarla</translation>
    </message>
    <message>
        <source>use --output-format nut</source>
        <translation>use --output-format nut</translation>
    </message>
    <message>
        <source>use --runtime openvino</source>
        <translation>use --runtime openvino</translation>
    </message>
    <message>
        <source>use .png</source>
        <translation>use .png</translation>
    </message>
    <message>
        <source>use a PC with an x64 processor</source>
        <translation>use un PC con procesador x64</translation>
    </message>
    <message>
        <source>use an MP4 file</source>
        <translation>use un archivo MP4</translation>
    </message>
    <message>
        <source>use an even number</source>
        <translation>use un número par</translation>
    </message>
    <message>
        <source>use another file</source>
        <translation>use otro archivo</translation>
    </message>
    <message>
        <source>use auto or #RRGGBB</source>
        <translation>use auto o #RRGGBB</translation>
    </message>
    <message>
        <source>use none, blur[:0-100], color:#RRGGBB, image:PATH, video:PATH or transparent</source>
        <translation>use none, blur[:0-100], color:#RRGGBB, image:RUTA, video:RUTA o transparent</translation>
    </message>
    <message>
        <source>use one of at least {side} on each side</source>
        <translation>use una de al menos {side} por lado</translation>
    </message>
    <message>
        <source>use {choices}</source>
        <translation>use {choices}</translation>
    </message>
    <message>
        <source>use {commands}</source>
        <translation>use {commands}</translation>
    </message>
    <message>
        <source>use {sinks}</source>
        <translation>use {sinks}</translation>
    </message>
    <message>
        <source>use {smallest} to {largest}</source>
        <translation>use de {smallest} a {largest}</translation>
    </message>
    <message>
        <source>use {sources}</source>
        <translation>use {sources}</translation>
    </message>
    <message>
        <source>use {variants}</source>
        <translation>use {variants}</translation>
    </message>
    <message>
        <source>v4l2loopback is installed but not loaded</source>
        <translation>v4l2loopback está instalado pero no cargado</translation>
    </message>
    <message>
        <source>v4l2loopback is loaded</source>
        <translation>v4l2loopback está cargado</translation>
    </message>
    <message>
        <source>v4l2loopback isn&apos;t installed; only programs that read PipeWire cameras see the virtual camera</source>
        <translation>v4l2loopback no está instalado; solo los programas que leen cámaras de PipeWire ven la cámara virtual</translation>
    </message>
    <message>
        <source>v4l2loopback isn&apos;t loaded; only programs that read PipeWire cameras see the virtual camera</source>
        <translation>v4l2loopback no está cargado; solo los programas que leen cámaras de PipeWire ven la cámara virtual</translation>
    </message>
    <message>
        <source>v4l2loopback {version} is loaded</source>
        <translation>v4l2loopback {version} está cargado</translation>
    </message>
    <message>
        <source>video calls, where 0.6 MB of weights matter</source>
        <translation>videollamadas, cuando 0,6 MB de pesos importan</translation>
    </message>
    <message>
        <source>video calls; the default</source>
        <translation>videollamadas; el predeterminado</translation>
    </message>
    <message>
        <source>wait until it stays the same and try again</source>
        <translation>espere a que sea estable e inténtelo de nuevo</translation>
    </message>
    <message>
        <source>whole bodies and several people, live</source>
        <translation>cuerpos enteros y varias personas, en directo</translation>
    </message>
    <message>
        <source>whole bodies and several people, on a GPU</source>
        <translation>cuerpos enteros y varias personas, en una GPU</translation>
    </message>
    <message>
        <source>whole bodies and several people, the best of the small ones</source>
        <translation>cuerpos enteros y varias personas, el mejor de los pequeños</translation>
    </message>
    <message>
        <source>whole bodies and several people, the smallest</source>
        <translation>cuerpos enteros y varias personas, el más pequeño</translation>
    </message>
    <message>
        <source>whole bodies and several people, videos to render and fast machines</source>
        <translation>cuerpos enteros y varias personas, vídeos por procesar y equipos rápidos</translation>
    </message>
    <message>
        <source>write a video or an .apng, or choose a smaller --size</source>
        <translation>escriba un vídeo o un .apng, o elija un --size menor</translation>
    </message>
    <message>
        <source>write {usage}</source>
        <translation>escriba {usage}</translation>
    </message>
    <message>
        <source>xdg-desktop-portal isn&apos;t installed; browsers need it for PipeWire cameras</source>
        <translation>xdg-desktop-portal no está instalado; los navegadores lo necesitan para las cámaras de PipeWire</translation>
    </message>
    <message>
        <source>you have no permission to open {paths}</source>
        <translation>no tiene permiso para abrir {paths}</translation>
    </message>
    <message>
        <source>{archive} can&apos;t be unpacked ({reason})</source>
        <translation>no se puede descomprimir {archive} ({reason})</translation>
    </message>
    <message>
        <source>{archive} is not a valid zip archive</source>
        <translation>{archive} no es un archivo zip válido</translation>
    </message>
    <message>
        <source>{archive} is refused: {reason}</source>
        <translation>se rechaza {archive}: {reason}</translation>
    </message>
    <message>
        <source>{backend} is not for this system</source>
        <translation>{backend} no es para este sistema</translation>
    </message>
    <message>
        <source>{camera} can&apos;t be opened</source>
        <translation>no se puede abrir {camera}</translation>
    </message>
    <message>
        <source>{camera} does not answer</source>
        <translation>{camera} no responde</translation>
    </message>
    <message>
        <source>{camera} is disconnected</source>
        <translation>{camera} se ha desconectado</translation>
    </message>
    <message>
        <source>{camera} is in use by {programs}</source>
        <translation>{camera} está en uso por {programs}</translation>
    </message>
    <message>
        <source>you have no permission to open {camera}</source>
        <translation>no tiene permiso para abrir {camera}</translation>
    </message>
    <message>
        <source>{camera} sends damaged pictures</source>
        <translation>{camera} envía imágenes dañadas</translation>
    </message>
    <message>
        <source>{camera} sends no pictures</source>
        <translation>{camera} no envía imágenes</translation>
    </message>
    <message>
        <source>{file} can&apos;t be written ({reason})</source>
        <translation>no se puede escribir {file} ({reason})</translation>
    </message>
    <message>
        <source>{file} is damaged</source>
        <translation>{file} está dañado</translation>
    </message>
    <message>
        <source>{file} is not the published file: its SHA-256 differs</source>
        <translation>{file} no es el archivo publicado: su SHA-256 difiere</translation>
    </message>
    <message>
        <source>{file} of model {model} is damaged: its SHA-256 differs from the recorded one</source>
        <translation>{file} del modelo {model} está dañado: su SHA-256 difiere del registrado</translation>
    </message>
    <message>
        <source>{file} of {model} is not the published one: its SHA-256 differs</source>
        <translation>{file} de {model} no es el publicado: su SHA-256 difiere</translation>
    </message>
    <message>
        <source>{folder} can&apos;t be read ({reason})</source>
        <translation>no se puede leer {folder} ({reason})</translation>
    </message>
    <message>
        <source>{folder} can&apos;t be removed ({reason})</source>
        <translation>no se puede quitar {folder} ({reason})</translation>
    </message>
    <message>
        <source>{folder} can&apos;t be written ({reason})</source>
        <translation>no se puede escribir {folder} ({reason})</translation>
    </message>
    <message>
        <source>{folder} holds links or folders among its files</source>
        <translation>{folder} contiene enlaces o carpetas entre sus archivos</translation>
    </message>
    <message>
        <source>{folder} is larger than {limit} GiB</source>
        <translation>{folder} es mayor de {limit} GiB</translation>
    </message>
    <message>
        <source>{folder} is not open</source>
        <translation>{folder} no está abierta</translation>
    </message>
    <message>
        <source>{folder} was not installed by this app</source>
        <translation>{folder} no fue instalado por esta aplicación</translation>
    </message>
    <message>
        <source>{name} is disconnected</source>
        <translation>{name} se ha desconectado</translation>
    </message>
    <message>
        <source>{name} takes one picture, and more came</source>
        <translation>{name} admite una imagen y llegaron más</translation>
    </message>
    <message>
        <source>{path} is coded in a way that is not known</source>
        <translation>{path} está codificado de una forma desconocida</translation>
    </message>
    <message>
        <source>{readers} keeps {path} at {width}x{height}</source>
        <translation>{readers} mantiene {path} en {width}x{height}</translation>
    </message>
    <message>
        <source>{model} ({variant}) is installed already</source>
        <translation>{model} ({variant}) ya está instalado</translation>
    </message>
    <message>
        <source>{model} has no variant {variant}</source>
        <translation>{model} no tiene la variante {variant}</translation>
    </message>
    <message>
        <source>{model} holds no {file}</source>
        <translation>{model} no contiene {file}</translation>
    </message>
    <message>
        <source>{name} can&apos;t be written ({reason})</source>
        <translation>no se puede escribir {name} ({reason})</translation>
    </message>
    <message>
        <source>{name} does not show the picture that was sent</source>
        <translation>{name} no muestra la imagen enviada</translation>
    </message>
    <message>
        <source>{name} is connected</source>
        <translation>{name} está conectada</translation>
    </message>
    <message>
        <source>{name} is connected: {formats} up to {width} × {height}</source>
        <translation>{name} está conectada: {formats} hasta {width} × {height}</translation>
    </message>
    <message>
        <source>{name} is odd: {value}</source>
        <translation>{name} es impar: {value}</translation>
    </message>
    <message>
        <source>{name} is {value}</source>
        <translation>{name} es {value}</translation>
    </message>
    <message>
        <source>{name} opens; choose it in a meeting program to see the picture</source>
        <translation>{name} se abre; elíjala en un programa de reuniones para ver la imagen</translation>
    </message>
    <message>
        <source>{name} shows PipeWire cameras only after a setting is changed</source>
        <translation>{name} solo muestra las cámaras de PipeWire tras cambiar un ajuste</translation>
    </message>
    <message>
        <source>{name} shows the picture that was sent</source>
        <translation>{name} muestra la imagen enviada</translation>
    </message>
    <message>
        <source>{other} is writing to {path}</source>
        <translation>{other} está escribiendo en {path}</translation>
    </message>
    <message>
        <source>{path} ({card}) is no virtual camera</source>
        <translation>{path} ({card}) no es una cámara virtual</translation>
    </message>
    <message>
        <source>{path} can&apos;t be played in a loop</source>
        <translation>{path} no se puede reproducir en bucle</translation>
    </message>
    <message>
        <source>{path} can&apos;t be read ({reason})</source>
        <translation>no se puede leer {path} ({reason})</translation>
    </message>
    <message>
        <source>reading {path} failed: {reason}</source>
        <translation>error al leer {path}: {reason}</translation>
    </message>
    <message>
        <source>{path} can&apos;t be used ({reason})</source>
        <translation>no se puede usar {path} ({reason})</translation>
    </message>
    <message>
        <source>{path} exists and is not a file</source>
        <translation>{path} existe y no es un archivo</translation>
    </message>
    <message>
        <source>{path} exists and is not a folder</source>
        <translation>{path} existe y no es una carpeta</translation>
    </message>
    <message>
        <source>{path} has more than {megapixels} million pixels</source>
        <translation>{path} tiene más de {megapixels} millones de píxeles</translation>
    </message>
    <message>
        <source>{path} holds no picture that can be decoded</source>
        <translation>{path} no contiene ninguna imagen que se pueda decodificar</translation>
    </message>
    <message>
        <source>{path} holds no video</source>
        <translation>{path} no contiene vídeo</translation>
    </message>
    <message>
        <source>{path} holds one picture, and more came</source>
        <translation>{path} admite una imagen y llegaron más</translation>
    </message>
    <message>
        <source>{path} holds pictures that can&apos;t be converted ({reason})</source>
        <translation>{path} contiene imágenes que no se pueden convertir ({reason})</translation>
    </message>
    <message>
        <source>{path} holds {pages} pages</source>
        <translation>{path} contiene {pages} páginas</translation>
    </message>
    <message>
        <source>{path} is a vector drawing</source>
        <translation>{path} es un dibujo vectorial</translation>
    </message>
    <message>
        <source>a program that reads {path} keeps it at the pixel format {fourcc}</source>
        <translation>un programa que lee {path} lo mantiene en el formato de píxel {fourcc}</translation>
    </message>
    <message>
        <source>{path} is no picture that can be read</source>
        <translation>{path} no es una imagen que se pueda leer</translation>
    </message>
    <message>
        <source>{path} is no video that can be read, or is damaged</source>
        <translation>{path} no es un vídeo que se pueda leer, o está dañado</translation>
    </message>
    <message>
        <source>{path} is not a model description: {reason}</source>
        <translation>{path} no es una descripción de modelo: {reason}</translation>
    </message>
    <message>
        <source>{path} is not open</source>
        <translation>{path} no está abierto</translation>
    </message>
    <message>
        <source>{path} is {width}x{height} pixels</source>
        <translation>{path} tiene {width}x{height} píxeles</translation>
    </message>
    <message>
        <source>you have no permission to write to {path}</source>
        <translation>no tiene permiso para escribir en {path}</translation>
    </message>
    <message>
        <source>{path} is incomplete</source>
        <translation>{path} está incompleto</translation>
    </message>
    <message>
        <source>{path} would hold more than {megapixels} million pixels, too many for this kind of file</source>
        <translation>{path} contendría más de {megapixels} millones de píxeles, demasiados para este tipo de archivo</translation>
    </message>
    <message>
        <source>{program} (process {pid}) sends to it</source>
        <translation>{program} (proceso {pid}) envía a ella</translation>
    </message>
    <message>
        <source>{program} (process {pid}) shows it</source>
        <translation>{program} (proceso {pid}) la muestra</translation>
    </message>
    <message>
        <source>{program} (process {pid}) uses it</source>
        <translation>{program} (proceso {pid}) la usa</translation>
    </message>
    <message>
        <source>{program} models lists them</source>
        <translation>{program} models los muestra</translation>
    </message>
    <message>
        <source>{stage} failed ({what})</source>
        <translation>{stage} falló ({what})</translation>
    </message>
    <message>
        <source>{variant} is in use</source>
        <translation>{variant} está en uso</translation>
    </message>
</context>
<context>
    <name>GalleryModel</name>
    <message>
        <source>Your real background is visible</source>
        <translation>Se ve su fondo real</translation>
    </message>
    <message>
        <source>Add pictures and videos</source>
        <translation>Añadir imágenes y vídeos</translation>
    </message>
    <message>
        <source>{title}, can&apos;t be read</source>
        <translation>{title}, ilegible</translation>
    </message>
    <message>
        <source>{title}, favourite</source>
        <translation>{title}, favorito</translation>
    </message>
</context>
<context>
    <name>GalleryView</name>
    <message>
        <source>Pictures and videos</source>
        <translation>Imágenes y vídeos</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Start, stop</source>
        <translation>Iniciar, detener</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>Congelar</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Máscara</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>Espejo</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Pantalla completa</translation>
    </message>
    <message>
        <source>Show or hide the page</source>
        <translation>Mostrar u ocultar la página</translation>
    </message>
    <message>
        <source>Open a page</source>
        <translation>Abrir una página</translation>
    </message>
    <message>
        <source>Add pictures and videos</source>
        <translation>Añadir imágenes y vídeos</translation>
    </message>
    <message>
        <source>Paste a picture</source>
        <translation>Pegar una imagen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Remove a background</source>
        <translation>Quitar un fondo</translation>
    </message>
    <message>
        <source>These keys</source>
        <translation>Estas teclas</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Background</source>
        <translation>Fondo</translation>
    </message>
    <message>
        <source>Adjust</source>
        <translation>Ajustar</translation>
    </message>
    <message>
        <source>Set-up</source>
        <translation>Configuración</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Estadísticas</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Acerca de</translation>
    </message>
    <message>
        <source>Starting the camera…</source>
        <translation>Iniciando la cámara…</translation>
    </message>
</context>
<context>
    <name>MattingBox</name>
    <message>
        <source>Who is in the picture</source>
        <translation>Quién está en la imagen</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Green screen</source>
        <translation>Pantalla verde</translation>
    </message>
    <message>
        <source>Clean plate</source>
        <translation>Toma vacía</translation>
    </message>
    <message>
        <source>Everyone in view</source>
        <translation>Todos los que se ven</translation>
    </message>
    <message>
        <source>Only me</source>
        <translation>Solo yo</translation>
    </message>
    <message>
        <source>Pick in the picture</source>
        <translation>Elegir en la imagen</translation>
    </message>
    <message>
        <source>Find it by itself</source>
        <translation>Buscarlo solo</translation>
    </message>
    <message>
        <source>Other colour…</source>
        <translation>Otro color…</translation>
    </message>
    <message>
        <source>Finds you anywhere. Take it if there is nothing special behind you.</source>
        <translation>Le recorta en cualquier lugar. Úsela si no hay nada especial detrás de usted.</translation>
    </message>
    <message>
        <source>The finest edges. Take it if a green or blue cloth hangs behind you.</source>
        <translation>Los bordes más finos. Úsela si detrás de usted cuelga una tela verde o azul.</translation>
    </message>
    <message>
        <source>Keeps hair and what you hold. Take it if your camera stays where it is.</source>
        <translation>Conserva el pelo y lo que sostiene. Úsela si su cámara no se mueve.</translation>
    </message>
    <message>
        <source>The colour is found by itself.</source>
        <translation>El color se busca solo.</translation>
    </message>
    <message>
        <source>The colour is {color}.</source>
        <translation>El color es {color}.</translation>
    </message>
    <message>
        <source>Click yourself in the picture if another is shown. Who hugs you, or was merged with you from the first moment, can&apos;t be told from you.</source>
        <translation>Haga clic en usted en la imagen si se muestra a otra persona. A quien le abraza, o estaba pegado a usted desde el primer momento, no se le puede separar de usted.</translation>
    </message>
    <message>
        <source>Click the cloth in the picture</source>
        <translation>Haga clic en la tela en la imagen</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>Use</source>
        <translation>Usar</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Descargar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Download of {title}</source>
        <translation>Descarga de {title}</translation>
    </message>
    <message>
        <source>Running now</source>
        <translation>En uso ahora</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>{megabytes} MB</source>
        <translation>{megabytes} MB</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Verificado</translation>
    </message>
    <message>
        <source>Not verified: no checksum is published</source>
        <translation>Sin verificar: no hay suma de comprobación publicada</translation>
    </message>
    <message>
        <source>Damaged: remove it and download it again</source>
        <translation>Dañado: quítelo y descárguelo de nuevo</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Choose automatically</source>
        <translation>Elegir automáticamente</translation>
    </message>
    <message>
        <source>Takes the installed model that fits what the camera shows and what this computer can do.</source>
        <translation>Usa el modelo instalado que mejor se ajusta a la imagen de la cámara y a este equipo.</translation>
    </message>
    <message>
        <source>Everything is computed on this computer.</source>
        <translation>Todo se calcula en este equipo.</translation>
    </message>
    <message>
        <source>More models</source>
        <translation>Más modelos</translation>
    </message>
    <message>
        <source>Import a model…</source>
        <translation>Importar un modelo…</translation>
    </message>
    <message>
        <source>A model exported by PaddleSeg</source>
        <translation>Un modelo exportado por PaddleSeg</translation>
    </message>
    <message>
        <source>Built in, recommended</source>
        <translation>Incluido, recomendado</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importado</translation>
    </message>
    <message>
        <source>Check your connection and try again.</source>
        <translation>Compruebe su conexión y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>Download failed</source>
        <translation>La descarga falló</translation>
    </message>
    <message>
        <source>The model is ready</source>
        <translation>El modelo está listo</translation>
    </message>
    <message>
        <source>Import a model</source>
        <translation>Importar un modelo</translation>
    </message>
</context>
<context>
    <name>NameTagFields</name>
    <message>
        <source>Your name</source>
        <translation>Su nombre</translation>
    </message>
    <message>
        <source>Add a logo…</source>
        <translation>Añadir un logotipo…</translation>
    </message>
    <message>
        <source>Remove the logo</source>
        <translation>Quitar el logotipo</translation>
    </message>
    <message>
        <source>Add a logo</source>
        <translation>Añadir un logotipo</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Write a name or add a logo to use this.</source>
        <translation>Para usarlo, escriba un nombre o añada un logotipo.</translation>
    </message>
</context>
<context>
    <name>OthersSee</name>
    <message>
        <source>Not sending</source>
        <translation>No se envía nada</translation>
    </message>
    <message>
        <source>Opening the virtual camera…</source>
        <translation>Abriendo la cámara virtual…</translation>
    </message>
    <message>
        <source>You can choose it in your meeting in a moment.</source>
        <translation>En un momento podrá elegirla en su reunión.</translation>
    </message>
    <message>
        <source>On air</source>
        <translation>En el aire</translation>
    </message>
    <message>
        <source>Choose Cyclorama as the camera in your meeting.</source>
        <translation>Elija Cyclorama como cámara en su reunión.</translation>
    </message>
    <message>
        <source>Others see your camera picture unchanged.</source>
        <translation>Los demás ven la imagen de su cámara sin cambios.</translation>
    </message>
    <message>
        <source>Your real background is visible</source>
        <translation>Se ve su fondo real</translation>
    </message>
    <message>
        <source>The picture isn&apos;t ready.</source>
        <translation>La imagen no está lista.</translation>
    </message>
    <message>
        <source>Others see a still picture</source>
        <translation>Los demás ven una imagen fija</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>Congelado</translation>
    </message>
    <message>
        <source>Others see the last picture.</source>
        <translation>Los demás ven la última imagen.</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Your camera is off. Others see a still picture.</source>
        <translation>Su cámara está apagada. Los demás ven una imagen fija.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>No program shows the picture, so your camera is off.</source>
        <translation>Ningún programa muestra la imagen, así que su cámara está apagada.</translation>
    </message>
    <message>
        <source>Others see the demo clip</source>
        <translation>Los demás ven el vídeo de demostración</translation>
    </message>
    <message>
        <source>Choose a camera to be seen yourself.</source>
        <translation>Elija una cámara para que le vean a usted.</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Iniciando…</translation>
    </message>
    <message>
        <source>Others see a still picture until you are ready.</source>
        <translation>Los demás ven una imagen fija hasta que todo esté listo.</translation>
    </message>
    <message>
        <source>Your camera is off.</source>
        <translation>Su cámara está apagada.</translation>
    </message>
    <message>
        <source>Only you see this picture.</source>
        <translation>Solo usted ve esta imagen.</translation>
    </message>
    <message>
        <source>Opening the camera and loading the model.</source>
        <translation>Abriendo la cámara y cargando el modelo.</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>Sin imagen</translation>
    </message>
    <message>
        <source>Only you see this</source>
        <translation>Solo usted ve esto</translation>
    </message>
    <message>
        <source>Your real background is visible.</source>
        <translation>Se ve su fondo real.</translation>
    </message>
    <message>
        <source>Press Start to send it to your meeting.</source>
        <translation>Pulse Iniciar para enviarla a su reunión.</translation>
    </message>
</context>
<context>
    <name>PauseKey</name>
    <message>
        <source>Pause, or go on</source>
        <translation>Pausar o continuar</translation>
    </message>
</context>
<context>
    <name>Plot</name>
    <message>
        <source>60 s ago</source>
        <translation>hace 60 s</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ahora</translation>
    </message>
</context>
<context>
    <name>PreviewWidget</name>
    <message>
        <source>Camera</source>
        <translation>Cámara</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vista previa</translation>
    </message>
    <message>
        <source>The picture that others see</source>
        <translation>La imagen que ven los demás</translation>
    </message>
</context>
<context>
    <name>Profiles</name>
    <message>
        <source>Profile “{name}” saved</source>
        <translation>Perfil «{name}» guardado</translation>
    </message>
    <message>
        <source>Profile “{name}” deleted</source>
        <translation>Perfil «{name}» eliminado</translation>
    </message>
</context>
<context>
    <name>SettingsFiles</name>
    <message>
        <source>Settings reset</source>
        <translation>Ajustes restablecidos</translation>
    </message>
    <message>
        <source>{name} doesn&apos;t exist</source>
        <translation>{name} no existe</translation>
    </message>
    <message>
        <source>Settings imported</source>
        <translation>Ajustes importados</translation>
    </message>
    <message>
        <source>Settings exported</source>
        <translation>Ajustes exportados</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>Importar ajustes</translation>
    </message>
    <message>
        <source>Export settings</source>
        <translation>Exportar ajustes</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Buscar ajustes</translation>
    </message>
    <message>
        <source>No setting found</source>
        <translation>No se encontró ningún ajuste</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>System</source>
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
        <source>Motion</source>
        <translation>Movimiento</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Completo</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>Reducido</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>Start and close</source>
        <translation>Inicio y cierre</translation>
    </message>
    <message>
        <source>Open when I log in</source>
        <translation>Abrir al iniciar sesión</translation>
    </message>
    <message>
        <source>Open in the tray</source>
        <translation>Abrir en la bandeja</translation>
    </message>
    <message>
        <source>Start the virtual camera at launch</source>
        <translation>Iniciar la cámara virtual al abrir</translation>
    </message>
    <message>
        <source>Closing the window</source>
        <translation>Al cerrar la ventana</translation>
    </message>
    <message>
        <source>Asks while on air</source>
        <translation>Preguntar si está en el aire</translation>
    </message>
    <message>
        <source>Keeps running in the tray</source>
        <translation>Sigue en la bandeja</translation>
    </message>
    <message>
        <source>Quits</source>
        <translation>Sale del programa</translation>
    </message>
    <message>
        <source>Pause with a key from any program</source>
        <translation>Pausar con una tecla desde cualquier programa</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Cámara</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Resolución</translation>
    </message>
    <message>
        <source>{rate} fps</source>
        <translation>{rate} fps</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Perfiles</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Perfil</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Delete the profile</source>
        <translation>Eliminar el perfil</translation>
    </message>
    <message>
        <source>Name, such as “Work”</source>
        <translation>Nombre, por ejemplo «Trabajo»</translation>
    </message>
    <message>
        <source>Name of the profile</source>
        <translation>Nombre del perfil</translation>
    </message>
    <message>
        <source>Save as profile</source>
        <translation>Guardar como perfil</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Avanzado</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importar…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Import and export settings</source>
        <translation>Importar y exportar ajustes</translation>
    </message>
    <message>
        <source>Reset all settings</source>
        <translation>Restablecer todos los ajustes</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Predeterminado</translation>
    </message>
    <message>
        <source>To pause from any program, bind this command to a key in your desktop&apos;s settings: {command}</source>
        <translation>Para pausar desde cualquier programa, asigne este comando a una tecla en los ajustes de su escritorio: {command}</translation>
    </message>
    <message>
        <source>Your desktop assigned no key.</source>
        <translation>Su escritorio no asignó ninguna tecla.</translation>
    </message>
    <message>
        <source>The key is {key}. You can change it in your desktop&apos;s settings.</source>
        <translation>La tecla es {key}. Puede cambiarla en los ajustes de su escritorio.</translation>
    </message>
    <message>
        <source>Your desktop&apos;s settings show the key.</source>
        <translation>Los ajustes de su escritorio muestran la tecla.</translation>
    </message>
    <message>
        <source>This can&apos;t be changed</source>
        <translation>No se puede cambiar</translation>
    </message>
    <message>
        <source>The language changes at the next start</source>
        <translation>El idioma cambia en el próximo inicio</translation>
    </message>
</context>
<context>
    <name>SetupPage</name>
    <message>
        <source>Set-up</source>
        <translation>Configuración</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Comprobar de nuevo</translation>
    </message>
    <message>
        <source>What works</source>
        <translation>Lo que funciona</translation>
    </message>
    <message>
        <source>In your meeting</source>
        <translation>En su reunión</translation>
    </message>
    <message>
        <source>Press Start, then choose Cyclorama as the camera:</source>
        <translation>Pulse Iniciar y elija Cyclorama como cámara:</translation>
    </message>
    <message>
        <source>Arrow beside the camera button → Cyclorama</source>
        <translation>Flecha junto al botón de la cámara → Cyclorama</translation>
    </message>
    <message>
        <source>Three dots → Settings → Video → Camera → Cyclorama</source>
        <translation>Tres puntos → Configuración → Vídeo → Cámara → Cyclorama</translation>
    </message>
    <message>
        <source>More → Settings → Devices → Camera → Cyclorama</source>
        <translation>Más → Configuración → Dispositivos → Cámara → Cyclorama</translation>
    </message>
    <message>
        <source>Arrow beside the video button → Camera → Cyclorama</source>
        <translation>Flecha junto al botón de vídeo → Cámara → Cyclorama</translation>
    </message>
    <message>
        <source>Sources → + → Video Capture Device → Cyclorama</source>
        <translation>Fuentes → + → Dispositivo de captura de vídeo → Cyclorama</translation>
    </message>
    <message>
        <source>Not listed? Restart the meeting program after pressing Start.</source>
        <translation>¿No aparece? Reinicie el programa de reuniones después de pulsar Iniciar.</translation>
    </message>
    <message>
        <source>Turn off the meeting program&apos;s own background effect.</source>
        <translation>Desactive el efecto de fondo propio del programa de reuniones.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Comprobando…</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) to fix</source>
        <translation>
            <numerusform>%n problema por resolver</numerusform>
            <numerusform>%n problemas por resolver</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is ready.</source>
        <translation>Todo está listo.</translation>
    </message>
</context>
<context>
    <name>StatisticsPage</name>
    <message>
        <source>Statistics</source>
        <translation>Estadísticas</translation>
    </message>
    <message>
        <source>Frame rate</source>
        <translation>Fotogramas por segundo</translation>
    </message>
    <message>
        <source>fps</source>
        <translation>fps</translation>
    </message>
    <message>
        <source>Delay from camera to meeting</source>
        <translation>Retardo de la cámara a la reunión</translation>
    </message>
    <message>
        <source>Processor, 100 % is one core</source>
        <translation>Procesador, 100 % es un núcleo</translation>
    </message>
    <message>
        <source>Show figures over the picture</source>
        <translation>Mostrar cifras sobre la imagen</translation>
    </message>
    <message>
        <source>Frames in</source>
        <translation>Fotogramas recibidos</translation>
    </message>
    <message>
        <source>Frames out</source>
        <translation>Fotogramas enviados</translation>
    </message>
    <message>
        <source>Frames dropped</source>
        <translation>Fotogramas descartados</translation>
    </message>
    <message>
        <source>Delay, median · 95 %</source>
        <translation>Retardo, mediana · 95 %</translation>
    </message>
    <message>
        <source>{stage}, median · 95 %</source>
        <translation>{stage}, mediana · 95 %</translation>
    </message>
    <message>
        <source>Camera picture</source>
        <translation>Imagen de la cámara</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>Motor</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Show Cyclorama</source>
        <translation>Mostrar Cyclorama</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Fondo</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Perfil</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Predeterminado</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Interrumpido</translation>
    </message>
    <message>
        <source>Running again</source>
        <translation>En marcha de nuevo</translation>
    </message>
</context>
</TS>
