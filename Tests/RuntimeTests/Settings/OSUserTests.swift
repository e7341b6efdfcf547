import Foundation
import Testing

@testable import Runtime

@Suite struct OSUserTests {
    @Test func `an account has its name and home`() {
        let root = OSUser(uid: 0, host: "werft")
        #expect(root.description == "root@werft")
        #expect(root.home?.hasPrefix("/") == true)
    }

    @Test func `a user without an account is its number`() {
        #expect(OSUser(uid: 4_000_000_001, host: "werft") == OSUser(name: "uid-4000000001", host: "werft"))
    }

    @Test func `the real user is asked for, not the variable`() {
        #expect(OSUser() == OSUser(uid: getuid()))
        #expect(!OSUser.hostName.isEmpty && !OSUser.hostName.utf8.contains(0))
    }
}
