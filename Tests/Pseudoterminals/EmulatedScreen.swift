import CVTerm

/// What a terminal shows after the bytes it was fed: libvterm's screen.
package final class EmulatedScreen {
    private final class Properties {
        var isCursorVisible = true
        var isAlternate = false
    }

    private let emulator: OpaquePointer
    private let screen: OpaquePointer
    private let properties = Properties()
    private let callbacks: UnsafeMutablePointer<VTermScreenCallbacks>
    package private(set) var columns: Int
    package private(set) var rowCount: Int

    package init(columns: Int, rows: Int) {
        self.columns = columns
        rowCount = rows
        guard let emulator = vterm_new(Int32(rows), Int32(columns)), let screen = vterm_obtain_screen(emulator) else {
            fatalError("libvterm has no memory")
        }
        self.emulator = emulator
        self.screen = screen
        callbacks = .allocate(capacity: 1)
        callbacks.initialize(to: VTermScreenCallbacks())
        callbacks.pointee.settermprop = { property, value, user in
            guard let value, let user else { return 0 }
            let properties = Unmanaged<Properties>.fromOpaque(user).takeUnretainedValue()
            switch property {
            case VTERM_PROP_CURSORVISIBLE: properties.isCursorVisible = value.pointee.boolean != 0
            case VTERM_PROP_ALTSCREEN: properties.isAlternate = value.pointee.boolean != 0
            default: return 0
            }
            return 1
        }
        vterm_set_utf8(emulator, 1)
        vterm_screen_set_callbacks(screen, callbacks, Unmanaged.passUnretained(properties).toOpaque())
        vterm_screen_enable_altscreen(screen, 1)
        vterm_screen_reset(screen, 1)
    }

    deinit {
        vterm_free(emulator)
        callbacks.deinitialize(count: 1)
        callbacks.deallocate()
    }

    /// The rows as they are read, top down, without trailing blanks; a wide character is one character.
    package var rows: [String] {
        // A cell has at most six scalars; asking for each cell of a large screen takes most of a test's time.
        var buffer = [CChar](repeating: 0, count: columns * Int(VTERM_MAX_CHARS_PER_CELL) * 4 + 1)
        return (0..<rowCount).map { row in
            let place = VTermRect(start_row: Int32(row), end_row: Int32(row + 1), start_col: 0, end_col: Int32(columns))
            let count = vterm_screen_get_text(screen, &buffer, buffer.count, place)
            let bytes = buffer[..<count]
            let end = bytes.lastIndex { $0 != 0x20 }.map { $0 + 1 } ?? 0
            return String(decoding: bytes[..<end].map(UInt8.init(bitPattern:)), as: UTF8.self)
        }
    }

    /// The rows, one per line.
    package var text: String { rows.joined(separator: "\n") }

    /// What stands in a cell; empty in the second cell of a wide character.
    package func text(column: Int, row: Int) -> String {
        guard let cell = cell(column: column, row: row) else { return " " }
        let scalars = withUnsafeBytes(of: cell.chars) { Array($0.bindMemory(to: UInt32.self)) }
        if scalars.first == 0 { return " " }
        if scalars.first == .max { return "" }
        return String(String.UnicodeScalarView(scalars.prefix { $0 != 0 }.compactMap(Unicode.Scalar.init)))
    }

    /// The column, in cells from 0, where a text begins in a row.
    package func column(of wanted: String, row: Int) -> Int? {
        (0..<columns).first { start in
            (start..<columns).map { text(column: $0, row: row) }.joined().hasPrefix(wanted)
                && text(column: start, row: row) != ""
        }
    }

    /// Whether a cell is drawn in reverse video.
    package func isReverse(column: Int, row: Int) -> Bool {
        cell(column: column, row: row)?.attrs.reverse == 1
    }

    /// In cells from 0.
    package var cursor: (column: Int, row: Int) {
        var position = VTermPos()
        vterm_state_get_cursorpos(vterm_obtain_state(emulator), &position)
        return (Int(position.col), Int(position.row))
    }

    package var isCursorVisible: Bool { properties.isCursorVisible }
    package var isAlternate: Bool { properties.isAlternate }

    /// Shows bytes and returns what the terminal answers to them.
    func feed(_ bytes: [UInt8]) -> [UInt8] {
        bytes.withUnsafeBufferPointer { buffer in
            _ = buffer.withMemoryRebound(to: CChar.self) {
                vterm_input_write(emulator, $0.baseAddress, $0.count)
            }
        }
        var answer = [UInt8](repeating: 0, count: vterm_output_get_buffer_current(emulator))
        let count = answer.withUnsafeMutableBytes {
            vterm_output_read(emulator, $0.bindMemory(to: CChar.self).baseAddress, $0.count)
        }
        return Array(answer.prefix(count))
    }

    /// libvterm 0.1.4 writes beside its cells where a wide character meets a single column, and where the main screen
    /// shrinks while text stands below the cursor, which it then puts above the first row.
    func resize(columns: Int, rows: Int) {
        self.columns = columns
        rowCount = rows
        if !isAlternate { _ = feed(Array("\u{1B}[J".utf8)) }
        vterm_set_size(emulator, Int32(rows), Int32(max(columns, 2)))
    }

    private func cell(column: Int, row: Int) -> VTermScreenCell? {
        guard (0..<rowCount).contains(row), (0..<columns).contains(column) else { return nil }
        var cell = VTermScreenCell()
        let place = VTermPos(row: Int32(row), col: Int32(column))
        return vterm_screen_get_cell(screen, place, &cell) == 0 ? nil : cell
    }
}
