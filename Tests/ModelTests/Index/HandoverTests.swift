import Foundation
import Testing

@testable import Model

@Suite("Handing over between two threads")
struct HandoverTests {
    @Test("All values come, in their order, and few wait", arguments: [1, 3])
    func order(capacity: Int) {
        let handover = Handover<Int>(capacity: capacity)
        Thread.detachNewThread {
            for number in 1...10_000 { _ = handover.give(number) }
            handover.finish()
        }
        var taken: [Int] = []
        while let number = handover.take() { taken.append(number) }
        #expect(taken == Array(1...10_000))
        #expect(handover.take() == nil)
    }

    @Test("Who gives is released, and told, when nobody takes any more")
    func abandoned() {
        let handover = Handover<Int>(capacity: 2)
        let hasEnded = DispatchSemaphore(value: 0)
        Thread.detachNewThread {
            var number = 0
            while handover.give(number) { number += 1 }
            hasEnded.signal()
        }
        #expect(handover.take() == 0)
        handover.abandon()
        #expect(hasEnded.wait(timeout: .now() + 10) == .success)
    }
}
