// Compiles the library in a folder as the engine does, and writes its classes into another folder.
import gigci.engine.Library
import java.nio.file.Path

def library = Library.of(Path.of(args[0]), (Library) null)
library.classLoader().classes().each { name, bytes ->
    new File(args[1], name + '.class').bytes = bytes
}
