/// How a command ended; `ExitCodes.md` says what each means.
enum ExitStatus {
    static let done: Int32 = 0
    static let failed: Int32 = 1
    /// For the fault driver only.
    static let driverFailed: Int32 = 3
    /// `EX_TEMPFAIL` (sysexits.h): the same command may work in a moment.
    static let tryAgain: Int32 = 75
    /// 128 and SIGTERM: the terminal went, or somebody ended the dashboard.
    static let terminated: Int32 = 143
    /// 128 and SIGINT, as shells count.
    static let interrupted: Int32 = 130

    /// For the manual, in a few words.
    static let meanings: [(status: String, meaning: String)] = [
        ("\(done)", "Done."),
        ("\(failed)", "Not done, or not all of it; standard error says why."),
        ("64", "The command line is wrong."),
        ("\(tryAgain)", "Another lotse is writing or importing; the same command may work in a moment."),
        ("\(interrupted)", "An import was stopped; of the file that was being read nothing was imported."),
        ("\(terminated)", "The dashboard ended because its terminal went or somebody ended it."),
        ("128 and a signal", "The dashboard crashed; the terminal was given back and a report was written."),
    ]
}
