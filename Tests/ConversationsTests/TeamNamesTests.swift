import Conversations
import Testing

@Suite struct TeamNamesTests {
    private static let team: TeamNames = {
        var team = TeamNames()
        team.add(["Team Lotse", "lotse_support"], platform: "discord")
        team.add(["Мария", ""], platform: "telegram")
        team.add(["Al", "al"], platform: "discord")
        return team
    }()

    @Test(arguments: [
        "Team Lоtse", "Тeam Lotse", "Τeam Lotse", "Team L0tse", "Team Iotse", "ＴＥＡＭ ＬＯＴＳＥ", "𝓣𝓮𝓪𝓶 𝓛𝓸𝓽𝓼𝓮",
        "Tea\u{200B}m\u{AD} Lotse", "Tearn Lotse", "team lotse", "Team_Lotse", "TeamLotse", "Team\u{A0}Lotse",
        "lotse.supp0rt", "Lotse Ѕupport", "ⓉⒺⒶⓂ Lotse", "Mapия", "MAРИЯ", "Team ꓡotse",
    ])
    func `who looks like the team is found on its platform`(name: String) {
        let platform = Skeleton.forms(of: name).isDisjoint(with: Skeleton.forms(of: "Мария")) ? "discord" : "telegram"
        #expect(Self.team.isImitated(by: [name], on: platform))
    }

    @Test(arguments: [
        "Team", "Team Lotsen", "Lotse", "Mia", "", " ", "Al", "Maria", "Téam Lotse", "ليلى", "田中",
    ])
    func `honest names are left alone`(name: String) {
        #expect(!Self.team.isImitated(by: [name], on: "discord"))
    }

    @Test func `the same name on another platform is chance, one that only looks the same is not`() {
        #expect(!Self.team.isImitated(by: ["Team Lotse"], on: "x"))
        #expect(!Self.team.isImitated(by: ["team-lotse"], on: "x"))
        #expect(Self.team.isImitated(by: ["Team Lоtse"], on: "x"))
    }

    @Test func `a handle counts as a name`() {
        #expect(Self.team.isImitated(by: ["Mia", "1otse_support"], on: "x"))
    }

    @Test func `without a team nobody looks like it`() {
        #expect(!TeamNames().isImitated(by: ["Team Lotse"], on: "discord"))
    }

    @Test func `a name of a million letters is compared by its beginning`() {
        #expect(!Self.team.isImitated(by: [String(repeating: "о", count: 1_000_000)], on: "discord"))
    }
}
