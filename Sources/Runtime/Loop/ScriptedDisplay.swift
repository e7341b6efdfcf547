import Screen

/// A display without a terminal: keys come from a script, frames are kept.
package final class ScriptedDisplay: Display {
    package private(set) var size: Size
    package let colors = 256
    /// No file to wait for; poll passes it over.
    package let fileDescriptor: Int32 = -1
    package let pendingInputTimeout: Int? = nil
    /// What was painted last.
    package private(set) var grid: CellGrid
    package private(set) var cursor: Point?
    /// Frames painted so far.
    package private(set) var frames = 0
    /// What was sent between frames, and after how many of them.
    package private(set) var sent: [(bytes: [UInt8], afterFrames: Int)] = []
    /// Whether the mouse is reported.
    package private(set) var takesMouse = false
    private var inputs: [DisplayInput] = []

    package init(size: Size) {
        self.size = size
        grid = CellGrid(size: size)
    }

    /// Gives the next `readInput` something to read.
    package func enqueue(_ input: DisplayInput) {
        if case .resized(let size) = input { self.size = size }
        inputs.append(input)
    }

    package func paint(_ grid: CellGrid, cursor: Point?) {
        self.grid = grid
        self.cursor = cursor
        frames += 1
    }

    package func readInput() -> [DisplayInput] {
        defer { inputs = [] }
        return inputs
    }

    package func sendBetweenFrames(_ bytes: [UInt8]) -> Bool {
        sent.append((bytes, frames))
        return true
    }

    package func takeMouse(_ wanted: Bool) -> Bool {
        takesMouse = wanted
        return true
    }

    package func invalidate() {}
    package func suspend() {}
    package func resume() {}
    package func restore() {}
    package func refreshSize() -> Size? { nil }
}
