import Screen
import Terminal

extension TerminalVerdict {
    /// What there is to say, and where no line mends it, what to do.
    var sentence: Phrase { fact.sentence }
}

extension TerminalVerdict.Fact {
    fileprivate var sentence: Phrase {
        switch self {
        case .described, .noTerm, .unknownTerm, .dumb, .noDescription, .foreignTerm: termSentence
        case .colors, .fewColors, .directColor, .hiddenDirectColor, .noDirectColor, .wantedDirectColor,
            .missingDirectColor, .unusedDirectColor:
            colorSentence
        case .utf8, .notUTF8, .size, .smallSize, .noSize: placeSentence
        case .tmux, .tmuxSilent, .tmuxEscapeTime, .tmuxClipboardOff, .screen: multiplexerSentence
        case .answers, .silent, .fellSilent, .mode, .modeUnanswered, .widths, .width: answerSentence
        case .escapeDelay, .longEscapeDelay, .escape, .paste: trialSentence
        }
    }

    private var termSentence: Phrase {
        switch self {
        case .described(let term): Phrase("TERM is %1; this machine has its description.", term)
        case .noTerm(let used): Phrase("TERM is not set; lotse draws as for %1.", used)
        case .unknownTerm(let term, let used):
            Phrase(
                "TERM is %1, of which this machine has no description; lotse draws as for %2. The package ncurses-term has more descriptions.",
                term, used)
        case .dumb(let term): Phrase("TERM is %1, which cannot place the cursor: lotse goes on line by line.", term)
        case .foreignTerm(let term, let around):
            Phrase("TERM is %1, but this is %2, which understands something else.", term, around.rawValue)
        default: Phrase("This machine has no descriptions of terminals. Install the package ncurses-base.")
        }
    }

    private var colorSentence: Phrase {
        switch self {
        case .colors(0): Phrase("No colours; lotse draws in bold, underlined and reversed.")
        case .colors(let count): Phrase("%1 colours.", count)
        case .fewColors(let count): Phrase("%1 colours only, as the description of TERM says.", count)
        case .directColor: Phrase("Colours by red, green and blue: the description of TERM has them.")
        case .hiddenDirectColor(isClaim: true):
            Phrase("COLORTERM says that the terminal has colours by red, green and blue; TERM does not say so.")
        case .hiddenDirectColor:
            Phrase("The terminal has colours by red, green and blue; TERM does not say so.")
        case .wantedDirectColor: Phrase("Colours go by red, green and blue, as config.toml says.")
        case .missingDirectColor:
            Phrase("Colours go by red, green and blue, as config.toml says, but this terminal has none.")
        case .unusedDirectColor:
            Phrase("Colours by red, green and blue are for terminals like xterm; here config.toml asks in vain.")
        default: Phrase("Nothing tells of colours by red, green and blue; themes take the nearest of the others.")
        }
    }

    private var placeSentence: Phrase {
        switch self {
        case .utf8(let locale): Phrase("The locale %1 shows UTF-8.", locale.isEmpty ? "C" : locale)
        case .notUTF8(let locale):
            Phrase("The locale %1 shows no UTF-8: only ASCII is drawn.", locale.isEmpty ? "C" : locale)
        case .size(let size): Phrase("The terminal has %1 columns and %2 rows.", size.columns, size.rows)
        case .smallSize(let size):
            Phrase(
                "The terminal has %1 columns and %2 rows; the dashboard needs 40 and 10. Make the window larger.",
                size.columns, size.rows)
        default: Phrase("The terminal does not tell its size; lotse takes 80 columns and 24 rows.")
        }
    }

    private var multiplexerSentence: Phrase {
        switch self {
        case .tmux(let version):
            Phrase(
                "This is tmux %1. Its focus-events and extended-keys may stay as they are: lotse asks for neither.",
                version)
        case .tmuxSilent: Phrase("This is tmux, but not one of this machine: its options cannot be read from here.")
        case .tmuxEscapeTime(let time): Phrase("tmux keeps each Esc back for %1 ms.", time)
        case .tmuxClipboardOff: Phrase("tmux hands no copied text on to the terminal.")
        default: Phrase("This is GNU screen, which keeps each Esc back for 300 ms unless maptimeout says less.")
        }
    }

    private var answerSentence: Phrase {
        switch self {
        case .answers: Phrase("The terminal answers questions.")
        case .silent:
            Phrase("The terminal answers no questions; the rest cannot be known. lotse itself asks none.")
        case .fellSilent: Phrase("The terminal stopped answering; the rest cannot be known.")
        case .mode(let number, let state) where state == .unknown || state == .alwaysReset:
            Phrase("The terminal does not know %1; lotse does without.", Self.name(ofMode: number))
        case .mode(let number, _): Phrase("The terminal knows %1.", Self.name(ofMode: number))
        case .modeUnanswered(let number):
            Phrase("The terminal does not say whether it knows %1.", Self.name(ofMode: number))
        case .width(let kind, let shown, let counted):
            Phrase(
                "Widths (%1): the terminal takes %2, lotse counts %3. Rows with such characters shift; see the terminal's settings for their width.",
                kind.phrase, shown, counted)
        case .widths(let count):
            Phrase(
                one: "Widths: 1 sample is as wide as lotse counts.",
                other: "Widths: %1 samples are as wide as lotse counts.", count: count)
        default: Phrase("The terminal answers questions.")
        }
    }

    private static func name(ofMode number: Int) -> Phrase {
        switch number {
        case 2004: Phrase("bracketed paste (mode 2004)")
        case 2026: Phrase("synchronized output (mode 2026)")
        default: Phrase("mouse reports (mode 1006)")
        }
    }

    private var trialSentence: Phrase {
        switch self {
        case .escapeDelay(let delay): Phrase("Esc counts after %1 ms.", delay)
        case .longEscapeDelay(let delay): Phrase("Esc counts only after %1 ms (ESCDELAY).", delay)
        case .escape(.apart(let gap)): Phrase("Esc came alone, and the next key %1 ms later.", gap)
        case .escape(.alone): Phrase("Esc came alone.")
        case .escape(.held):
            Phrase("Esc came together with the next key, as if it were Alt: something keeps it back.")
        case .escape(.skipped): Phrase("Esc was not tried.")
        case .paste(.bracketed(isExpected: true)): Phrase("The paste was marked as one, and it is the copied text.")
        case .paste(.bracketed(isExpected: false)):
            Phrase("The paste was marked as one, but it is not the text that lotse sent to the clipboard (OSC 52).")
        case .paste(.bracketed): Phrase("The paste was marked as one.")
        case .paste(.bare):
            Phrase("The paste came as if it had been typed: its lines would be commands. Paste into the composer only.")
        default: Phrase("Pasting was not tried.")
        }
    }
}

extension WidthSample.Kind {
    fileprivate var phrase: Phrase {
        switch self {
        case .wide: Phrase("wide characters")
        case .emoji: Phrase("emoji")
        case .newEmoji: Phrase("new emoji")
        case .variation: Phrase("emoji by a selector")
        case .joined: Phrase("joined emoji")
        case .flag: Phrase("flags")
        case .skinTone: Phrase("skin tones")
        case .keycap: Phrase("keycaps")
        case .combining: Phrase("combining marks")
        case .ambiguous: Phrase("ambiguous characters")
        case .indic: Phrase("Indic clusters")
        case .rightToLeft: Phrase("right to left")
        }
    }
}
