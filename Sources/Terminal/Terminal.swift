import CMemory
import CNcurses
import CRescue
import Foundation
import TUI

/// The terminal, while the explorer has it. Giving the value up gives the screen back.
///
/// ncurses is not thread-safe: make, run and drop it on one thread.
package struct Terminal: ~Copyable {
    private let screen: OpaquePointer
    private let wake: Int32
    private let farewell: Farewell
    private let palette: Palette
    private let isASCII: Bool
    var reader: KeyReader
    private var signals = Set<Int32>()
    var mustRepaint = false

    /// Takes the terminal over. Writes nothing when it throws.
    package init(options: Options) throws(TerminalError) {
        guard isatty(STDIN_FILENO) == 1 else { throw .notATerminal(.input) }
        guard isatty(STDOUT_FILENO) == 1 else { throw .notATerminal(.output) }
        let isUTF8 = TextEncoding.adopt()
        let type = ProcessInfo.processInfo.environment["TERM"] ?? ""
        var found: Int32 = 0
        guard setupterm(nil, STDOUT_FILENO, &found) == OK else { throw .unknownType(type) }
        guard curses_capability("cup") != nil else { throw .cannotPlace(type) }

        let wake = rescue_arm(STDIN_FILENO)
        guard wake >= 0 else { throw .system(String(cString: strerror(errno))) }
        guard let screen = curses_open() else {
            rescue_disarm()
            throw .unknownType(type)
        }
        // Raw, so that Ctrl-S, Ctrl-Q, Ctrl-C and Ctrl-Z are keys like others.
        raw()
        noecho()
        nonl()
        set_escdelay(25)
        // Pending keys must not cut a frame short: all are read before it.
        typeahead(-1)
        keypad(curses_window(), true)
        if options.mouse {
            mousemask(curses_mouse_events(), nil)
            mouseinterval(0)
        }
        let farewell = Farewell()
        farewell.prepare(mouse: options.mouse)
        Tty.write(farewell.pasteOn)

        self.screen = screen
        self.wake = wake
        self.farewell = farewell
        palette = Palette(colors: options.color != .never)
        isASCII = options.ascii || !isUTF8
        reader = KeyReader()
        _ = fit()
    }

    deinit {
        Tty.write(farewell.pasteOff)
        endwin()
        delscreen(screen)
        rescue_disarm()
    }

    /// Takes the terminal over, runs `app` and gives the terminal back, so that the caller may print again.
    package static func run(
        _ app: inout some Interactive, options: Options
    ) throws(TerminalError) -> Ending {
        memory_be_frugal()
        var terminal = try Terminal(options: options)
        return terminal.run(&app)
    }

    /// For commands that draw nothing: from now on a crash is one line on standard error, and not the Swift
    /// runtime's questions. The explorer's terminal sees to it by itself.
    package static func catchCrashes() { rescue_catch_crashes() }

    /// Events in, pictures out, until the application, a signal or the loss of the terminal ends it.
    package mutating func run<App: Interactive>(_ app: inout App) -> Ending {
        let worker = Worker<App>()
        var events: [Event] = [.resized(size)]
        while true {
            if let ending = carryOut(&events, on: &app, worker) { return ending }
            draw(app)
            guard waitForInput(atRest: { app.rest() }, after: Self.idleness) else { return .lost }
            if let signal = endingSignal { return .signal(signal) }
            events = handleSignals() + reader.read()
        }
    }

    /// Milliseconds without a key after which memory is let go of.
    private static let idleness: Int32 = 500

    private static let ending: Set<Int32> = [SIGHUP, SIGINT, SIGQUIT, SIGTERM]

    var endingSignal: Int32? { signals.first { Self.ending.contains($0) } }
}

// MARK: - Signals and size

extension Terminal {
    /// Sleeps until a key, a signal, the end of what the worker does, or the end of the terminal; false at the
    /// last.
    mutating func waitForInput() -> Bool { waitForInput(atRest: {}, after: -1) }

    /// - Parameters:
    ///   - rest: lets go of memory; called once when nothing has come for a while.
    ///   - patience: how many milliseconds that is; never, when it is less than 0.
    private mutating func waitForInput(atRest rest: () -> Void, after patience: Int32) -> Bool {
        var patience = patience
        var files = [
            pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
            pollfd(fd: wake, events: Int16(POLLIN), revents: 0),
        ]
        while signals.isEmpty {
            let count = poll(&files, 2, patience)
            if count < 0 && errno != EINTR { return false }
            if count == 0 {
                rest()
                memory_give_back()
                patience = -1
                continue
            }
            let isDone = collectSignals()
            let gone = Int16(POLLHUP | POLLERR | POLLNVAL)
            if !signals.isDisjoint(with: Self.ending) { return true }
            if files[0].revents & gone != 0 { return false }
            if files[0].revents & Int16(POLLIN) != 0 {
                // Readable, and nothing to read: the end of the file.
                return rescue_waiting_bytes(STDIN_FILENO) > 0
            }
            if isDone { return true }
        }
        return true
    }

    /// Reads the pipe of signals; whether the worker said there that it is done.
    @discardableResult
    private mutating func collectSignals() -> Bool {
        var isDone = false
        var numbers = [UInt8](repeating: 0, count: 64)
        while true {
            let count = read(wake, &numbers, numbers.count)
            if count <= 0 { return isDone }
            isDone = isDone || numbers.prefix(count).contains(0)
            signals.formUnion(numbers.prefix(count).filter { $0 != 0 }.map { Int32($0) })
        }
    }

    mutating func handleSignals() -> [Event] {
        defer { signals = [] }
        if signals.contains(SIGTSTP) { return suspend() }
        if signals.contains(SIGCONT) {
            // Stopped by SIGSTOP, which cannot be caught; the shell has used the screen since.
            endwin()
            return resume()
        }
        return signals.contains(SIGWINCH) ? fit() : []
    }

    /// Stops as the shell expects; returns what there is to say when the program goes on.
    mutating func suspend() -> [Event] {
        Tty.write(farewell.pasteOff)
        endwin()
        rescue_stop()
        // The user may have changed them with stty.
        def_shell_mode()
        rescue_remember_settings()
        collectSignals()
        signals.subtract([SIGCONT, SIGTSTP, SIGWINCH])
        return resume()
    }

    private mutating func resume() -> [Event] {
        reset_prog_mode()
        Tty.write(farewell.pasteOn)
        mustRepaint = true
        return fit() + [.resumed]
    }

    private var size: Size { Size(Int(getmaxx(curses_window())), Int(getmaxy(curses_window()))) }

    /// Brings ncurses to the terminal's size, and says so if that is news.
    private mutating func fit() -> [Event] {
        var rows: Int32 = 0
        var columns: Int32 = 0
        // Some lines have no size: what ncurses took from the terminal's description stands.
        guard rescue_window_size(STDOUT_FILENO, &rows, &columns) == 0, rows > 0, columns > 0,
            Size(Int(columns), Int(rows)) != size
        else { return [] }
        // Not resizeterm, which would add a key of its own to those that wait.
        resize_term(rows, columns)
        // Terminals differ in what they keep.
        mustRepaint = true
        return [.resized(size)]
    }
}

// MARK: - Drawing

extension Terminal {
    /// Draws every cell; ncurses finds what changed and sends that.
    mutating func draw(_ app: some Interactive) {
        let window = curses_window()
        let size = size
        let rendered = app.render(size)
        let canvas = isASCII ? rendered.ascii : rendered
        werase(window)
        for y in 0..<min(size.height, canvas.size.height) {
            for stretch in Stretch.stretches(of: canvas.row(y).prefix(size.width)) {
                let (attributes, pair) = palette.attributes(of: stretch.style)
                curses_set_attributes(window, attributes, pair)
                wmove(window, Int32(y), Int32(stretch.x))
                // In the bottom right cell this reports an error after having written.
                waddnwstr(window, stretch.text, Int32(stretch.text.count))
            }
        }
        place(canvas.cursor, in: size)
        if mustRepaint { clearok(curses_physical_screen(), true) }
        mustRepaint = false
        wnoutrefresh(window)
        doupdate()
    }

    private func place(_ cursor: Point?, in size: Size) {
        let window = curses_window()
        if let cursor, Rect(size).contains(cursor) {
            leaveok(window, false)
            wmove(window, Int32(cursor.y), Int32(cursor.x))
            curs_set(1)
        } else {
            leaveok(window, true)
            curs_set(0)
        }
    }
}
