import Foundation
import Screen

nonisolated extension ConfigurationError {
    /// What is wrong with the file, where, and what to do. Its arguments come from outside.
    package var sentence: Phrase {
        switch self {
        case .unreadable(let file, let errno):
            Phrase("%1 cannot be read: %2.", file, String(cString: strerror(errno)))
        case .tooLarge(let file, let limit):
            Phrase("%1 is no settings file: it has more than %2 bytes.", file, limit)
        case .notUTF8(let file):
            Phrase("%1 is not UTF-8. Save it as UTF-8.", file)
        case .noSuchTheme(let name, let place):
            place.map { Phrase("%1: there is no theme %2.", $0.shown, name) } ?? Phrase("There is no theme %1.", name)
        case .themeCycle(let names):
            Phrase("These themes inherit from each other: %1.", names.joined(separator: " > "))
        default: sentenceInFile
        }
    }

    private var sentenceInFile: Phrase {
        switch self {
        case .syntax(let place, let column, let detail):
            Phrase("%1:%2: this is not TOML: %3.", place.shown, column, detail)
        case .nestedTooDeep(let place):
            Phrase("%1: no key has so many dots.", place.shown)
        case .unknownKey(let place, let key, let suggestion):
            Self.with(suggestion, Phrase("%1: there is no setting %2.", place.shown, key))
        case .unknownValue(let place, let key, let value, let suggestion):
            Self.with(suggestion, Phrase("%1: %2 cannot be %3.", place.shown, key, value))
        case .wrongKind(let place, let key, let expected, let got):
            Phrase("%1: %2 must be %3, not %4.", place.shown, key, expected.words, got.words)
        case .outOfRange(let place, let key, let value, let allowed):
            Phrase(
                "%1: %2 must be from %3 to %4, not %5.", place.shown, key, allowed.lowerBound, allowed.upperBound,
                value)
        case .notAmong(let place, let key, let value, let allowed):
            Self.notAmong(place, key, value, allowed.joined(separator: ", "))
        case .unknownColor(let place, let key, let value, let suggestion):
            Self.with(
                suggestion,
                Phrase(
                    "%1: %2 cannot be %3. A colour is a name of the palette, black to bright-white, default, 0 to 255 or #rrggbb.",
                    place.shown, key, value))
        case .unusableName(let place, let key, let value):
            Phrase("%1: %2 cannot be \"%3\": write a name that is not empty and no path.", place.shown, key, value)
        case .badMapping(let place, let fault):
            Phrase("%1: the setting %2 cannot be used. %3", place.shown, fault.key, fault.remedy)
        case .unreadable, .tooLarge, .notUTF8, .noSuchTheme, .themeCycle: sentence
        }
    }

    private static func notAmong(
        _ place: ConfigurationError.Place, _ key: String, _ value: String?, _ allowed: String
    ) -> Phrase {
        value.map { Phrase("%1: %2 cannot be %3. Allowed: %4.", place.shown, key, $0, allowed) }
            ?? Phrase("%1: there is no setting %2. Allowed: %3.", place.shown, key, allowed)
    }

    private static func with(_ suggestion: String?, _ sentence: Phrase) -> Phrase {
        suggestion.map { Phrase("%1 Did you mean %2?", sentence, $0) } ?? sentence
    }
}

nonisolated extension ConfigurationError.Place {
    /// As compilers write it.
    fileprivate var shown: String { "\(file):\(line)" }
}

nonisolated extension ConfigurationError.ValueKind {
    fileprivate var words: Phrase {
        switch self {
        case .string: "a text in quotes"
        case .integer: "a whole number"
        case .float: "a decimal number"
        case .boolean: "true or false"
        case .array: "a list"
        case .table: "a table"
        case .time: "a time"
        case .color: "a colour"
        }
    }
}
