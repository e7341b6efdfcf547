/// The entries of a container, those of containers in it among them, and where each is found.
final class EntryIndex {
    private(set) var entries: [ExportEntry] = []
    private(set) var passedOver: [PassedOver] = []

    private let root: any Container
    private let limits: ContainerLimits
    private let whole: UnpackBudget
    private var places: [Place] = []
    private var branches: [Branch]
    private var leaves: [Int: LeafMeter] = [:]
    /// The containers from the root to the one that was used last.
    private var path: [(branch: Int, container: any Container)]

    private struct Place {
        var branch: Int
        var member: Int
        var form: Form
    }

    /// A container in a container.
    private struct Branch {
        var parent: Int
        var member: Int
        var kind: ContainerKind
        /// Name before those of its entries, ending in `/`; empty for the root.
        var prefix: String
        var level: Int
    }

    private enum Form {
        case plain
        case compressed(Compression)
        /// It cannot be listed; whoever wants it is told why.
        case broken(ExportError)
    }

    /// `whole`: what counts all unpacked bytes. `nesting`: levels of containers that are opened inside.
    init(_ root: any Container, limits: ContainerLimits, whole: UnpackBudget, nesting: Int) throws(ExportError) {
        self.root = root
        self.limits = limits
        self.whole = whole
        branches = [Branch(parent: 0, member: 0, kind: .zip, prefix: "", level: 0)]
        path = [(0, root)]
        try list(nesting: nesting)
    }

    /// Raw bytes of the root that were used up.
    var consumed: Int { root.consumed }

    func open(_ entry: ExportEntry) throws(ExportError) -> any ByteStream {
        let place = places[entry.index]
        do throws(ExportError) {
            if case .broken(let error) = place.form { throw error }
            let stream = try container(place.branch).open(place.member)
            guard case .compressed(let compression) = place.form else {
                return NamedStream(stream, name: entry.path)
            }
            return NamedStream(try meter(entry.index).unpack(stream, compression), name: entry.path)
        } catch {
            throw error.inside(entry.path)
        }
    }

    private func meter(_ index: Int) -> LeafMeter {
        if let known = leaves[index] { return known }
        let meter = LeafMeter(limits, whole)
        leaves[index] = meter
        return meter
    }
}

// MARK: - Containers

extension EntryIndex {
    /// The container of a branch. Only those on the way to it stay open: a folder may hold thousands.
    private func container(_ branch: Int) throws(ExportError) -> any Container {
        if let known = path.first(where: { $0.branch == branch }) { return known.container }
        var way = [branch]
        while let first = way.first, !path.contains(where: { $0.branch == first }) {
            way.insert(branches[first].parent, at: 0)
        }
        if let start = path.firstIndex(where: { $0.branch == way[0] }) { path.removeSubrange((start + 1)...) }
        for branch in way.dropFirst() {
            guard let parent = path.last?.container else { break }
            path.append((branch, try open(branches[branch], in: parent)))
        }
        return path.last?.container ?? root
    }

    private func open(_ branch: Branch, in parent: any Container) throws(ExportError) -> any Container {
        let member = branch.member
        switch branch.kind {
        case .zip:
            return try ZipContainer(parent.file(member, limits: limits), limits: limits, within: whole)
        case .tar:
            let file = try parent.file(member, limits: limits)
            return try TarContainer(compression: nil, limits: limits, within: whole) { offset throws(ExportError) in
                FileStream(file, from: offset)
            }
        case .compressed(let compression):
            return try TarContainer(compression: compression, limits: limits, within: whole) { _ throws(ExportError) in
                try parent.open(member)
            }
        }
    }
}

// MARK: - Listing

extension EntryIndex {
    private enum Found {
        case single(Form)
        case container(ContainerKind)
    }

    /// Containers in the container come behind its files: they are found while those are listed.
    private func list(nesting: Int) throws(ExportError) {
        var next = 0
        while next < branches.count {
            try list(branch: next, nesting: nesting)
            next += 1
        }
    }

    private func list(branch index: Int, nesting: Int) throws(ExportError) {
        let branch = branches[index]
        let container: any Container
        do throws(ExportError) {
            container = try self.container(index)
        } catch {
            let name = String(branch.prefix.dropLast())
            add(name, nil, Place(branch: branch.parent, member: branch.member, form: .broken(error)))
            return
        }
        passedOver += container.passedOver.map { PassedOver(name: branch.prefix + $0.name, reason: $0.reason) }
        let names = Set(container.members.lazy.map(\.name).filter { !ContainerKind.isLikely(name: $0) })
        for (member, facts) in container.members.enumerated() {
            guard entries.count < limits.entries else { throw .tooLarge(what: "files", limit: limits.entries) }
            let name = branch.prefix + facts.name
            switch find(container, member, facts.name, isOpened: branch.level < nesting, nesting: nesting) {
            case .single(.compressed(let compression)):
                let bare = ContainerKind.withoutEnding(facts.name)
                let place = Place(branch: index, member: member, form: .compressed(compression))
                add(names.contains(bare) ? name : branch.prefix + bare, nil, place)
            case .single(let form):
                add(name, facts.size, Place(branch: index, member: member, form: form))
            case .container(let kind):
                branches.append(
                    Branch(parent: index, member: member, kind: kind, prefix: name + "/", level: branch.level + 1))
            }
        }
    }

    /// What a member is. Its name says whether it is worth looking, its first bytes decide.
    private func find(
        _ container: any Container, _ member: Int, _ name: String, isOpened: Bool, nesting: Int
    ) -> Found {
        guard ContainerKind.isLikely(name: name) else { return .single(.plain) }
        do throws(ExportError) {
            let stream = try container.open(member)
            let head = try stream.read(upTo: ContainerKind.headSize)
            guard let kind = ContainerKind(head: head[...]) else { return .single(.plain) }
            guard isOpened else { throw .nestedTooDeep(limit: nesting) }
            guard case .compressed(let compression) = kind else { return .container(kind) }
            let content = try LeafMeter(limits, whole).unpack(PrefixedStream(head, stream), compression)
            switch ContainerKind(head: try content.read(upTo: ContainerKind.headSize)[...]) {
            case nil: return .single(.compressed(compression))
            case .tar: return .container(kind)
            case .zip, .compressed: throw .nestedTooDeep(limit: nesting)
            }
        } catch {
            return .single(.broken(error))
        }
    }

    private func add(_ name: String, _ size: Int?, _ place: Place) {
        entries.append(ExportEntry(path: name, size: size, index: entries.count))
        places.append(place)
    }
}

/// Counts what comes out of one compressed file, however often it is opened.
final class LeafMeter {
    private final class Progress {
        var packed = 0
    }

    private let budget: UnpackBudget
    private let progress = Progress()

    init(_ limits: ContainerLimits, _ whole: UnpackBudget?) {
        let progress = progress
        budget = UnpackBudget(limits, within: whole) { progress.packed }
    }

    /// Packed bytes used up.
    var consumed: Int { progress.packed }

    func unpack(_ stream: any ByteStream, _ compression: Compression) throws(ExportError) -> any ByteStream {
        let progress = progress
        let counted = CountedStream(stream) { progress.packed = max(progress.packed, $0) }
        return MeteredStream(try UnpackedStream.of(counted, compression), budget, key: 0)
    }
}
