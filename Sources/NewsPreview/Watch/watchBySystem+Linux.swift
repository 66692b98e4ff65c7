#if os(Linux)
  import Dispatch

  #if canImport(Musl)
    import Musl
  #else
    import Glibc
  #endif

  /// Lets the system tell what changes (inotify), and puts it into the basket; where it cannot, files are polled.
  ///
  /// All folders are watched when this returns. `most` is how many may be: fewer than the system allows in tests.
  func watchBySystem(_ root: String, _ basket: ChangeBasket, most: Int = .max) -> Task<Void, Never> {
    do throws(WatchLoss) {
      let tree = try InotifyTree(root, most: most)
      return Task {
        if let loss = await follow(tree, basket) { await pollInstead(root, basket, loss) }
      }
    } catch {
      return Task { await pollInstead(root, basket, error) }
    }
  }

  /// Takes what the system tells until the task is cancelled (nil) or the system tells no more.
  private func follow(_ start: InotifyTree, _ basket: ChangeBasket) async -> WatchLoss? {
    var tree = start
    let file = start.file
    let (chunks, continuation) = AsyncStream<[UInt8]>.makeStream()
    let source = DispatchSource.makeReadSource(fileDescriptor: file, queue: DispatchQueue(label: "warraq.watch"))
    source.setEventHandler {
      while let bytes = readEvents(file) { continuation.yield(bytes) }
    }
    source.resume()
    for await bytes in chunks {
      let changed = tree.take(bytes)
      if changed != [] { await basket.add(changed) }
      if tree.loss != nil { break }
    }
    await withCheckedContinuation { closed in
      source.setCancelHandler {
        close(file)
        closed.resume()
      }
      source.cancel()
    }
    return Task.isCancelled ? nil : tree.loss
  }

  /// What waits to be read; nil where nothing does.
  func readEvents(_ file: Int32) -> [UInt8]? {
    let most = 65_536
    let bytes = [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
      count = max(0, read(file, buffer.baseAddress, most))
    }
    return bytes.isEmpty ? nil : bytes
  }

  private func pollInstead(_ root: String, _ basket: ChangeBasket, _ loss: WatchLoss) async {
    let first = FolderSnapshot(of: root)
    await basket.add(nil, note: loss.sentence)
    await poll(root, since: first, basket)
  }
#endif
