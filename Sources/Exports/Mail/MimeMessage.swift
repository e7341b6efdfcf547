import CMime

/// One mail taken apart by GMime. It owns GMime's objects, which live as long as it does.
///
/// Everything that calls GMime is here. GMime gives the structure, the names and the bytes of the parts, with the
/// transfer encoding undone; what they mean is decided elsewhere.
final class MimeMessage {
    /// What GMime is not asked to hold: 20,000 lines that may be boundaries, 100,000 that may be header fields.
    static let boundaryLimit = 20_000
    static let fieldLimit = 100_000

    private let message: UnsafeMutablePointer<GMimeMessage>

    /// `header` are the fields that say what the body is, with their line ends; `body` what stands behind the blank
    /// line. Nil: GMime cannot read it.
    init?(header: [UInt8], body: ArraySlice<UInt8>) {
        Self.startLibrary
        let bytes = header + [0x0A] + body
        let stream = bytes.withUnsafeBytes {
            g_mime_stream_mem_new_with_buffer($0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count)
        }
        defer { g_object_unref(stream) }
        let parser = g_mime_parser_new_with_stream(stream)
        defer { g_object_unref(parser) }
        guard let message = g_mime_parser_construct_message(parser, nil) else { return nil }
        self.message = message
    }

    deinit { g_object_unref(message) }

    /// Once per process; the library has no other state that is shared.
    private static let startLibrary: Void = g_mime_init()

    /// The outermost part, good as long as this object.
    var root: Part? { g_mime_message_get_mime_part(message).map { Part(object: $0) } }

    /// Whether the body may be given to GMime: it makes objects of each part and field, without a limit of its own.
    static func isBounded(_ body: ArraySlice<UInt8>) -> Bool {
        var boundaries = 0
        var fields = 0
        var lineStart = body.startIndex
        while lineStart < body.endIndex {
            let line = body[lineStart...].prefix { $0 != 0x0A }
            if line.starts(with: "--".utf8) { boundaries += 1 }
            if line.prefix(80).contains(UInt8(ascii: ":")) { fields += 1 }
            lineStart = line.endIndex + 1
        }
        return boundaries <= boundaryLimit && fields <= fieldLimit
    }
}

extension MimeMessage {
    /// One part of a mail. It does not own its object: use it while the mail lives.
    struct Part {
        enum Kind {
            case container, message, leaf
        }

        fileprivate let object: UnsafeMutablePointer<GMimeObject>

        var kind: Kind {
            if isInstance(object, of: g_mime_multipart_get_type()) { return .container }
            return isInstance(object, of: g_mime_part_get_type()) ? .leaf : .message
        }

        /// `text/plain`, in lower case.
        var mediaType: String {
            guard let name = g_mime_content_type_get_mime_type(g_mime_object_get_content_type(object)) else {
                return ""
            }
            defer { g_free(name) }
            return String(cString: name).lowercased()
        }

        /// A parameter of the content type; nil: it is not there.
        func parameter(_ name: String) -> String? {
            g_mime_content_type_get_parameter(g_mime_object_get_content_type(object), name).map { String(cString: $0) }
        }

        var isAttachment: Bool {
            g_mime_object_get_disposition(object).map { String(cString: $0).lowercased() } == "attachment"
        }

        /// The name of the file, decoded; outside text, never a path.
        var fileName: String? {
            let written =
                g_mime_object_get_content_disposition_parameter(object, "filename")
                ?? g_mime_object_get_content_type_parameter(object, "name")
            return written.map { String(cString: $0) }
        }

        /// The parts of a container.
        var children: [Part] {
            guard kind == .container else { return [] }
            return object.withMemoryRebound(to: GMimeMultipart.self, capacity: 1) { container in
                (0..<g_mime_multipart_get_count(container)).compactMap { index in
                    g_mime_multipart_get_part(container, index).map { Part(object: $0) }
                }
            }
        }

        /// What stands in a container before its first boundary.
        var prologue: [UInt8] {
            object.withMemoryRebound(to: GMimeMultipart.self, capacity: 1) { container in
                guard let text = g_mime_multipart_get_prologue(container) else { return [] }
                return Array(UnsafeRawBufferPointer(start: text, count: strlen(text)))
            }
        }

        /// The subject of a mail that is a part of another.
        var innerSubject: String? {
            guard isInstance(object, of: g_mime_message_part_get_type()) else { return nil }
            return object.withMemoryRebound(to: GMimeMessagePart.self, capacity: 1) { part in
                g_mime_message_part_get_message(part).flatMap { g_mime_message_get_subject($0) }
                    .map { String(cString: $0) }
            }
        }
    }
}

extension MimeMessage.Part {
    /// The content with its transfer encoding undone, `isDecoded` false where that gave nothing and it stands as
    /// written.
    var content: (bytes: [UInt8], isDecoded: Bool) {
        guard kind == .leaf else { return ([], true) }
        return object.withMemoryRebound(to: GMimePart.self, capacity: 1) { part in
            guard let wrapper = g_mime_part_get_content(part) else { return ([], true) }
            let decoded = Self.written(wrapper)
            guard decoded.isEmpty, g_mime_data_wrapper_get_encoding(wrapper) != GMIME_CONTENT_ENCODING_BINARY else {
                return (decoded, true)
            }
            let raw = Self.raw(wrapper)
            return raw.allSatisfy(isJSONBlank) ? (decoded, true) : (raw, false)
        }
    }

    private static func written(_ wrapper: UnsafeMutablePointer<GMimeDataWrapper>) -> [UInt8] {
        collected { g_mime_data_wrapper_write_to_stream(wrapper, $0) }
    }

    private static func raw(_ wrapper: UnsafeMutablePointer<GMimeDataWrapper>) -> [UInt8] {
        guard let source = g_mime_data_wrapper_get_stream(wrapper) else { return [] }
        g_mime_stream_reset(source)
        return collected { g_mime_stream_write_to_stream(source, $0) }
    }

    /// What `write` puts into a stream.
    private static func collected(_ write: (UnsafeMutablePointer<GMimeStream>) -> Int) -> [UInt8] {
        guard let stream = g_mime_stream_mem_new() else { return [] }
        defer { g_object_unref(stream) }
        _ = write(stream)
        return stream.withMemoryRebound(to: GMimeStreamMem.self, capacity: 1) { memory in
            guard let array = g_mime_stream_mem_get_byte_array(memory), let data = array.pointee.data else { return [] }
            return Array(UnsafeBufferPointer(start: data, count: Int(array.pointee.len)))
        }
    }
}

extension MimeMessage {
    /// Base64 (RFC 2045, 6.8) undone; bytes that are not of its alphabet are passed over.
    static func base64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var save: guint32 = 0
        return decoded(bytes, g_mime_encoding_base64_decode_step, &save)
    }

    /// Quoted-printable (RFC 2045, 6.7) undone; a `=` without two digits is itself.
    static func quotedPrintable(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        // GMime keeps the digits that it has seen here.
        var save: guint32 = 0
        return decoded(bytes, g_mime_encoding_quoted_decode_step, &save)
    }

    private typealias Step = (
        UnsafePointer<UInt8>?, Int, UnsafeMutablePointer<UInt8>?, UnsafeMutablePointer<Int32>?,
        UnsafeMutablePointer<guint32>?
    ) -> Int

    private static func decoded(_ bytes: ArraySlice<UInt8>, _ step: Step, _ save: inout guint32) -> [UInt8] {
        // Both may give back a few bytes that were held over (`g_mime_encoding_outlen`).
        [UInt8](unsafeUninitializedCapacity: bytes.count + 16) { room, count in
            var state: Int32 = 0
            count = bytes.withUnsafeBufferPointer { step($0.baseAddress, $0.count, room.baseAddress, &state, &save) }
        }
    }
}

/// Whether GLib's object is of this type or one below it.
private func isInstance(_ object: UnsafeMutablePointer<GMimeObject>, of type: GType) -> Bool {
    object.withMemoryRebound(to: GTypeInstance.self, capacity: 1) { g_type_check_instance_is_a($0, type) != 0 }
}
