import Model

extension Explorer {
    package func render(_ size: Size) -> Canvas {
        var canvas = Canvas(size)
        let frames = Frames(size, hasChips: hasChips)
        drawHead(&canvas, frames.head)
        drawChips(&canvas, frames.chips)
        canvas.fill(frames.upperRule, "─", .dim)
        pane.draw(into: &canvas, frames.main)
        canvas.fill(frames.lowerRule, "─", .dim)
        drawCommand(&canvas, frames.command)
        drawKeys(&canvas, frames.keys)
        overlay?.draw(into: &canvas)
        return canvas
    }

    private func drawHead(_ canvas: inout Canvas, _ rect: Rect) {
        guard !rect.isEmpty else { return }
        let place = pane.place
        let room = rect.width - 2 - (place.isEmpty ? 0 : place.columns + 2)
        var x = canvas.write("whofunds", rect.x + 1, rect.y, .bold, in: rect) + 2
        let trail = ([factory.dataset.title] + pane.crumbs).joined(separator: " › ")
        // Where one is matters more than in what: the dataset's name gives way.
        let crumbs = pane.crumbs.joined(separator: " › ")
        let text = x + trail.columns <= room ? trail : crumbs
        x = canvas.write(text.fitted(to: max(0, room - x + 1)), x, rect.y, .plain, in: rect)
        canvas.write(place, rect.right - place.columns - 1, rect.y, .dim, in: rect)
    }

    private func drawChips(_ canvas: inout Canvas, _ rect: Rect) {
        guard !rect.isEmpty else { return }
        var x = rect.x + 1
        for part in pane.view.filter.parts {
            let value = (chipNames[part.value] ?? SafeText(part.value)).fitted(to: 30)
            let chip: SafeText = "[\(part.option): \(value.string) ×]"
            x = canvas.write(chip, x, rect.y, .accent, in: rect) + 1
        }
        var remarks: [String] = []
        if let sort = pane.view.sort, pane.view.kind == .coverage {
            remarks.append("rows by \(sort.key)\(sort.isDescending ? ", turned round" : "")")
        } else if let sort = pane.view.sort {
            remarks.append("sorted by \(sort.key) \(sort.isDescending ? "▼" : "▲")")
        }
        remarks += pane.view.settingRemarks
        let remark = SafeText(remarks.joined(separator: ", "))
        canvas.write(remark, max(x + 1, rect.right - remark.columns - 1), rect.y, .dim, in: rect)
    }

    private func drawCommand(_ canvas: inout Canvas, _ rect: Rect) {
        guard !rect.isEmpty else { return }
        let line = pane.detail
        if line.isEmpty {
            canvas.write(
                SafeText(pane.view.command).fitted(to: rect.width - 2), rect.x + 1, rect.y, .dim, in: rect)
            return
        }
        var x = rect.x + 1
        for span in line { x = canvas.write(span.text, x, rect.y, span.style, in: rect) }
    }

    /// The keys that matter here; a message or a line being typed takes their place.
    private func drawKeys(_ canvas: inout Canvas, _ rect: Rect) {
        guard !rect.isEmpty else { return }
        if let entry {
            let line = rect.inset(1)
            let (left, right) = line.splitLeft(line.width - (waiting.map { $0.columns + 1 } ?? 0))
            entry.entry.draw(entry.question.prompt + " ", into: &canvas, left)
            if let waiting { canvas.write(waiting, right.x + 1, right.y, .dim, in: right) }
            return
        }
        if let waiting {
            canvas.write(waiting, rect.x + 1, rect.y, .bold, in: rect)
            return
        }
        if let status {
            canvas.write(status.fitted(to: rect.width - 2), rect.x + 1, rect.y, .bold, in: rect)
            return
        }
        var x = rect.x + 1
        for binding in hints(in: rect.width - 1) {
            guard let key = binding.keys.first else { continue }
            x = canvas.write(key.label, x, rect.y, .bold, in: rect) + 1
            x = canvas.write(binding.name, x, rect.y, .dim, in: rect) + 2
        }
    }

    /// As many hints as there is room for. How to learn the other keys and how to leave go last.
    private func hints(in width: Int) -> [KeyBinding] {
        var hints = KeyBinding.hints(in: pane.scope)
        // A list with an order of its own is not sorted.
        if sortChooser() == nil { hints.removeAll { $0.action == .sort } }
        func needed() -> Int { hints.reduce(-2) { $0 + $1.hintWidth + 2 } }
        while needed() > width {
            let spare = hints.lastIndex { $0.action != .help && $0.action != .quit }
            hints.remove(at: spare ?? hints.count - 1)
        }
        return hints
    }
}

extension KeyBinding {
    /// Columns of the hint: the first key and the name.
    fileprivate var hintWidth: Int { (keys.first?.label.columns ?? 0) + 1 + name.columns }
}
