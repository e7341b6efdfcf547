/// A key as the terminal sends it, decoded.
package enum Key: Hashable, Sendable {
    /// A character that was typed, control characters apart.
    case character(Character)
    /// Control with a lower-case letter or one of `@ [ \ ] ^ _`; `ctrl("h")`, `ctrl("i")`, `ctrl("m")` and
    /// `ctrl("[")` arrive as `backspace`, `tab`, `enter`, `escape`.
    case control(Character)
    /// Alt (Meta) with a character; Alt-Enter is `alt("\r")`, Alt-Backspace is `alt("\u{7f}")`.
    case alt(Character)
    case enter, escape, tab, backTab, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
    case controlLeft, controlRight
    case function(Int)
    /// What the mouse means to the pane under it; bound as any key. The terminal sends `mouse`.
    case click, doubleClick, wheelUp, wheelDown
    /// The mouse over some cell; bound to nothing itself.
    case mouse(MouseReport)
    /// Text that was pasted, whole; never keys.
    case paste(String)
}

/// What the terminal has to tell besides keys.
package enum DisplayInput: Equatable, Sendable {
    case key(Key)
    /// The size changed (cells); the next paint fills the new one.
    case resized(Size)
    /// The terminal is gone.
    case hangup
}

/// A size in cells.
package struct Size: Hashable, Sendable {
    package var columns: Int
    package var rows: Int

    package init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
    }
}

/// What the runtime's loop needs of a terminal. `Terminal` is the real one; tests script their own.
@MainActor
package protocol Display: AnyObject {
    /// Becomes readable when there is input; for `poll`.
    var fileDescriptor: Int32 { get }
    /// In cells.
    var size: Size { get }
    /// How many colours: 0, 8, 16, 256, or 2^24 where they may be given by red, green and blue.
    var colors: Int { get }
    /// Draws what differs from the last frame. The grid has the display's size. `cursor` is where the
    /// terminal's cursor stands (a screen reader follows it); nil: hidden, bottom right.
    func paint(_ grid: CellGrid, cursor: Point?)
    /// Sends bytes that draw nothing, a sequence for the clipboard say, whole and never within a frame.
    /// - Returns: false: this terminal is not known to take them, and nothing was sent.
    func sendBetweenFrames(_ bytes: [UInt8]) -> Bool
    /// Has the mouse reported as keys from now on, or leaves it to the terminal, as it is at the start.
    /// - Returns: false: this terminal is not known to report it.
    func takeMouse(_ wanted: Bool) -> Bool
    /// All that has arrived, without waiting.
    func readInput() -> [DisplayInput]
    /// How long until a lone Esc counts as one, in milliseconds; nil: nothing is pending.
    var pendingInputTimeout: Int? { get }
    /// Forgets what is on the screen: the next paint draws everything.
    func invalidate()
    /// Gives the terminal back to the shell (`^Z`, `$EDITOR`).
    func suspend()
    /// Takes it again and reads its size anew; the next paint draws everything.
    func resume()
    /// Leaves the terminal as it was found. Safe to call twice.
    func restore()
    /// Reads the terminal's size anew after SIGWINCH; nil: unchanged.
    func refreshSize() -> Size?
}

/// A cell's place, counted from the top left.
package struct Point: Hashable, Sendable {
    package var column: Int
    package var row: Int

    package init(column: Int, row: Int) {
        self.column = column
        self.row = row
    }
}
