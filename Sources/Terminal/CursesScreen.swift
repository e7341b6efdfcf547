import CNcurses
import Screen

/// ncurses' picture of the terminal.
final class CursesScreen {
    private let handle: OpaquePointer
    /// What was painted last: rows that are the same are not handed over again.
    private var painted: CellGrid?
    private var cells: [curses_cell] = []

    /// Its colours may be given as red, green and blue, and below 256 as numbers of the palette.
    private let isDirect: Bool

    private init(handle: OpaquePointer, isDirect: Bool = false) {
        self.handle = handle
        self.isDirect = isDirect
    }

    /// Opens the first description this host knows.
    /// - Parameter wantsDirectColor: where the terminal is like xterm, colours go by red, green and blue even if its
    ///   description does not say so.
    /// - Returns: the screen and the description's name.
    static func open(
        _ name: TerminalName, size: Size, wantsDirectColor: Bool = false
    ) throws(TerminalError) -> (CursesScreen, String) {
        for candidate in name.candidates {
            if let screen = direct(candidate, size: size, isWanted: wantsDirectColor) { return (screen, candidate) }
            var failure: Int32 = 0
            if let handle = curses_open(candidate, Int32(size.rows), Int32(size.columns), &failure) {
                return (CursesScreen(handle: handle), candidate)
            }
            if failure == Int32(CURSES_DUMB_TERMINAL.rawValue) { throw .dumb(term: name.name) }
            if failure == Int32(CURSES_NO_MEMORY.rawValue) { throw .outOfResources }
        }
        throw .noDescription(term: name.name)
    }

    private static func direct(_ name: String, size: Size, isWanted: Bool) -> CursesScreen? {
        guard TerminalName(name: name).isLikeXterm, let description = TerminalDescription(named: name),
            isWanted || description.hasDirectColor
        else { return nil }
        return curses_open_direct(name, Int32(size.rows), Int32(size.columns))
            .map { CursesScreen(handle: $0, isDirect: true) }
    }

    func close() {
        curses_close(handle)
    }

    /// On a description of direct colour that is not ours just the first eight numbers are what they are elsewhere.
    var colors: Int {
        if isDirect { return 1 << 24 }
        return switch curses_colors(handle) {
        case 257...: 8
        case 256: 256
        case 16...: 16
        case 8...: 8
        default: 0
        }
    }

    func paint(_ grid: CellGrid, cursor: Point?) {
        for row in 0..<grid.size.rows where painted == nil || painted?.row(row) != grid.row(row) {
            put(grid.row(row), row: row)
        }
        painted = grid
        let place = cursor ?? Point(column: grid.size.columns - 1, row: grid.size.rows - 1)
        curses_place_cursor(handle, Int32(clamping: place.row), Int32(clamping: place.column), cursor != nil)
        curses_update(handle)
    }

    func invalidate() {
        painted = nil
        curses_invalidate(handle)
    }

    func resize(to size: Size) {
        painted = nil
        curses_resize(handle, Int32(size.rows), Int32(size.columns))
    }

    func leave() {
        painted = nil
        curses_leave(handle)
    }

    /// Hands over what ncurses wrote since the last time.
    func takeOutput(_ send: (UnsafeRawBufferPointer) -> Void) {
        var length = 0
        let bytes = curses_output(handle, &length)
        send(UnsafeRawBufferPointer(start: bytes, count: bytes == nil ? 0 : length))
        curses_discard(handle)
    }

    /// What gives this terminal back after the program died.
    var rescue: [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 512) { buffer, count in
            let start = UnsafeMutableRawPointer(buffer.baseAddress)?.assumingMemoryBound(to: CChar.self)
            count = start.map { curses_rescue(handle, $0, buffer.count) } ?? 0
        }
    }

    private func put(_ row: ArraySlice<Cell>, row index: Int) {
        cells.removeAll(keepingCapacity: true)
        for cell in row where !cell.isContinuation { cells.append(converted(cell)) }
        curses_put_row(handle, Int32(index), cells, Int32(cells.count))
    }

    private func converted(_ cell: Cell) -> curses_cell {
        let style = cell.style.reduced(to: colors)
        let marks = cell.glyph.marks.map(\.value) + [0, 0, 0, 0]
        return curses_cell(
            scalars: (cell.glyph.base.value, marks[0], marks[1], marks[2], marks[3]),
            foreground: style.foreground.number, background: style.background.number,
            attributes: UInt16(style.attributes.rawValue), width: UInt8(clamping: cell.width))
    }
}

extension Color {
    /// ncurses' number; -1 is the terminal's own colour. The first 256 numbers are the palette's, so that the darkest
    /// blues get the least of green.
    fileprivate nonisolated var number: Int32 {
        switch self {
        case .standard: return -1
        case .ansi(let index), .indexed(let index): return Int32(index)
        case .rgb(let red, let green, let blue):
            let value = Int32(red) << 16 | Int32(green) << 8 | Int32(blue)
            return value < 256 ? value | 1 << 8 : value
        }
    }
}
