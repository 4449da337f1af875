package gigci.engine;

/** Marks the objects of the engine that scripts hold: the sandbox permits the methods that these classes declare. */
interface VisibleToScripts {
}
