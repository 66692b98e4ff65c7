import NewsCore

extension PublishDesk {
  /// Leaves the note on the host that someone is publishing, unless somebody else's is there and may still be meant.
  ///
  /// All publishers write their own notes first and look for others after: of two that begin together at least one sees
  /// the other and withdraws. One that began and ended between our look at the host and our note has changed the record.
  func claim(
    _ release: String,
    _ changes: [FileChange],
    _ known: KnownHost,
    _ options: PublishOptions
  ) async throws(PublishTrouble) -> Lease {
    let lease = Lease(owner: try owner(), since: options.now, release: release, changes: changes)
    // A push is refused where someone else was quicker, and an archive is of this machine, whose lock we hold.
    if host.kind == .git || host.kind == .archive { return lease }
    try checkAlone(known.notes, lease, options)
    try await carrier.claim(lease)
    let survey: HostSurvey
    do throws(PublishTrouble) {
      survey = try await carrier.survey()
      try checkAlone(Self.notes(survey), lease, options)
      if survey.head != known.head { throw busy(host, nil) }
    } catch {
      await withdraw(lease, known)
      throw error
    }
    for owner in survey.leases.keys where owner != lease.owner { try await carrier.unclaim(owner) }
    return lease
  }

  private func checkAlone(_ notes: [Note], _ own: Lease, _ options: PublishOptions) throws(PublishTrouble) {
    for note in notes where note.owner != own.owner && !options.breaksLock {
      guard let since = note.lease?.since, options.now - since > Lease.lifetime else { throw busy(host, note.lease) }
    }
  }

  /// Takes the note back; what an earlier one of ours said is still needed.
  private func withdraw(_ lease: Lease, _ known: KnownHost) async {
    if let before = known.notes.first(where: { $0.owner == lease.owner })?.lease {
      try? await carrier.claim(before)
    } else {
      try? await carrier.unclaim(lease.owner)
    }
  }
}

/// Renews the note while the step runs, so that one that takes hours does not count as gone.
func renewing(
  _ lease: Lease,
  through carrier: any Carrier,
  every seconds: Int = Lease.lifetime / 3,
  _ step: () async throws(PublishTrouble) -> Void
) async throws(PublishTrouble) {
  let renewal = Task {
    var lease = lease
    while !Task.isCancelled {
      try? await Task.sleep(for: .seconds(seconds))
      if Task.isCancelled { return }
      lease.since += seconds
      try? await carrier.claim(lease)
    }
  }
  let outcome: Result<Void, PublishTrouble>
  do throws(PublishTrouble) { outcome = .success(try await step()) } catch { outcome = .failure(error) }
  renewal.cancel()
  // A note that is on its way must not come after it was taken away.
  await renewal.value
  try outcome.get()
}
