/// Everything that a key, the palette or the mouse can make the explorer do.
package enum Action: String, CaseIterable, Hashable, Sendable {
    // Moving
    case up, down, left, right, pageUp, pageDown, top, bottom, otherPane, open
    // Travelling
    case back, forward, close
    // Views
    case overview, projects, organisations, timeline, chain, conflicts, measures, sources, discrepancies
    // From a record to a view of it
    case seeTimeline, seeChain, seeConflicts, seeContinuity, seeEvidence
    // Narrowing
    case narrow, filter, liftFilter, sort
    // Timeline
    case zoomIn, zoomOut, panLeft, panRight, fitAll, fitSelection, goToDate, nextConflict, previousConflict
    case lanes, running
    // Chain
    case toggleTree, nextFlow, countingRule
    // Register of conflicts
    case basis, components, raiseThreshold, lowerThreshold
    // Coverage
    case coverage, axes, counted, firstColumn, lastColumn
    // Keeping
    case decide, mark, note, notes, copyCommand, copyText, write
    // The program
    case palette, help, redraw, suspend, quit
}
