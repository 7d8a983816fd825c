import ArgumentParser
import Foundation
import Model
import Terminal

/// The program. Each command is a file in Commands/.
@main
struct WhoFunds: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "whofunds",
        abstract: "Who funds whom, when, and who gets in whose way.",
        discussion: """
            Without a command: the explorer. With words that are no command: looks them up.

              whofunds                        browse the bundled dossier
              whofunds bomca                  what is BOMCA?
              whofunds conflicts iom          whom does IOM compete with, and who says so?
              whofunds timeline --theme labour-migration --from 2004 --to 2013
            """,
        version: "0.1.0",
        subcommands: [
            LookUp.self, Explore.self, Find.self, Show.self,
            ListCommand<ProjectList>.self, ListCommand<OrganisationList>.self, ListCommand<FlowList>.self,
            ListCommand<RelationList>.self, ListCommand<EventList>.self, ListCommand<FindingList>.self,
            ListCommand<DiscrepancyList>.self, ListCommand<SourceList>.self, ListCommand<ThemeList>.self,
            ListCommand<PlaceList>.self,
            TimelineCommand.self, ChainCommand.self, ConflictsCommand.self, ContinuityCommand.self,
            CoverageCommand.self, MeasuresCommand.self, OverviewCommand.self,
            Cite.self, Import.self, Ledger.self, Export.self, Check.self, NotesCommand.self, Manual.self,
        ],
        defaultSubcommand: LookUp.self)

    static func main() {
        Terminal.catchCrashes()
        // A file that may not grow is an error like a full disk, and no reason to die.
        signal(SIGXFSZ, SIG_IGN)
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch let failure as Failure {
            failure.end()
        } catch let code as ExitCode {
            Foundation.exit(code.rawValue)
        } catch {
            end(error)
        }
    }

    /// Ends with what ArgumentParser says of usage, help and version. It quotes what was typed as it stands, so
    /// what is wrong goes through the sanitiser line by line.
    private static func end(_ error: any Error) -> Never {
        let status = exitCode(for: error)
        if status == .failure { Failure(error).end() }
        let message = fullMessage(for: error)
        if status.isSuccess {
            StandardOutput.write(message)
        } else {
            for line in message.split(separator: "\n", omittingEmptySubsequences: false) {
                StandardError.write(SafeText(String(line)))
            }
        }
        Foundation.exit(status.rawValue)
    }
}
