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
}
