import Dashboard

extension DashboardLoop {
    /// Starts, presses the keys one after the other, and waits after each until nothing is under way.
    package func play(_ script: KeyScript, on display: ScriptedDisplay) {
        start()
        settle()
        for key in script.keys {
            display.enqueue(.key(key))
            step()
            settle()
        }
    }

    /// Waits until nothing is under way that could still change the screen.
    package func settle() {
        repeat {
            step(early: true)
            if !isSettled { wait() }
        } while !isSettled
        step()
    }
}
