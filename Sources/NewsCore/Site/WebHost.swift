/// A place that the site is published to, from `hosts:` in `site.yaml`. There is no room for a password in it.
public struct WebHost: Sendable, Hashable {
  /// The name under `hosts:`, for the command line and for the folder of what is known of it.
  public var name: String
  /// The line of the name, for messages.
  public var line: Int
  /// How files are brought to it.
  public var kind: HostKind
  /// Where on the host: a folder, `user@host:folder`, an address, a bucket or a file, by kind.
  public var to: String
  /// Whose limits hold; nil where there are none.
  public var profile: HostProfile?
  /// The port, where it is not the usual one.
  public var port: Int?
  /// The branch that a git host shows.
  public var branch = "pages"
  /// The address of an S3 service other than Amazon's, its region, and rclone's word for it.
  public var endpoint: String?
  /// The region of a bucket.
  public var region: String?
  /// The maker of an S3 service, as rclone names it.
  public var provider: String?
  /// Files with host keys, a private key or settings for ssh; relative to the site's folder.
  public var knownHosts: String?
  /// The file of a private key for SSH.
  public var keyFile: String?
  /// A file of settings for SSH.
  public var sshConfig: String?
  /// Whether compressed siblings go along, for servers that give them out.
  public var compressed = false
  /// Whether media types and cache times are set on each file, which S3 and its kin can.
  public var setsHeaders = false
  /// How many releases can be brought back.
  public var keep = 5
  /// How much of a hundred may be removed in one publishing.
  public var maxDelete = 10
  /// How often a step that failed is tried again.
  public var retries = 4
  /// Files on their way at once.
  public var transfers = 8
  /// The most that is sent a second, as rclone and rsync write it: `500k`, `2M`.
  public var bandwidth: String?
  /// Which names the host can keep.
  public var names = HostNames.auto
  /// Who is told of new pages.
  public var pings = Pings()
  /// Which caches are emptied.
  public var purges = Purges()

  /// Who is told of new pages; nobody unless it is set.
  public struct Pings: Sendable, Hashable {
    /// The address of a WebSub hub (W3C WebSub).
    public var webSub: String?
    /// The key of IndexNow, which is public: it stands in a file of the site.
    public var indexNow: String?
    /// The address that takes IndexNow's lists.
    public var indexNowAddress = "https://api.indexnow.org/indexnow"

    /// Gives the settings of a host that tells nobody.
    public init() {}
  }

  /// The caches before the host that are told to forget what changed; none unless it is set.
  public struct Purges: Sendable, Hashable {
    /// The zone at Cloudflare, and the address of its API.
    public var cloudflare: String?
    /// The address of Cloudflare's interface.
    public var cloudflareAddress = "https://api.cloudflare.com/client/v4"
    /// The distribution at CloudFront, and the address of its API.
    public var cloudFront: String?
    /// The address of CloudFront's interface.
    public var cloudFrontAddress = "https://cloudfront.amazonaws.com"
    /// The address of a cache that takes the method PURGE, as Varnish, Squid, nginx and Fastly do.
    public var request: String?
    /// More addresses than these, and everything is forgotten at once, where the cache can.
    public var most = 500

    /// Gives the settings of a host before which no cache stands.
    public init() {}
  }

  /// Gives a host by its name in the settings, their line, its kind and where it is.
  public init(name: String, line: Int = 1, kind: HostKind, to: String) {
    self.name = name
    self.line = line
    self.kind = kind
    self.to = to
    setsHeaders = kind == .s3
    // Hosts that are reached by FTP often allow few connections.
    if kind == .ftp || kind == .ftps { transfers = 3 }
  }
}

/// How a host is reached.
public enum HostKind: String, Sendable, CaseIterable {
  case folder, ssh, sftp, ftp, ftps, webdav, s3, rclone, git, archive

  /// The keys that mean something for this kind, besides those of every host.
  var keys: [String] {
    switch self {
    case .folder, .archive: []
    case .ssh: ["port", "known-hosts", "key-file", "ssh-config", "bandwidth"]
    case .sftp: ["port", "known-hosts", "key-file", "bandwidth", "transfers"]
    case .ftp, .ftps: ["port", "bandwidth", "transfers"]
    case .webdav: ["bandwidth", "transfers"]
    case .s3: ["endpoint", "region", "provider", "headers", "bandwidth", "transfers"]
    case .rclone: ["headers", "bandwidth", "transfers"]
    case .git: ["branch", "known-hosts", "key-file", "ssh-config"]
    }
  }

  /// What `to` looks like, for messages.
  var example: String {
    switch self {
    case .folder: "/srv/www/paper"
    case .ssh: "editor@news.example:/srv/www/paper"
    case .sftp, .ftp, .ftps: "editor@news.example:public_html"
    case .webdav: "https://editor@dav.example/public"
    case .s3: "bucket or bucket/folder"
    case .rclone: "remote:folder"
    case .git: "git@github.com:paper/paper.github.io.git"
    case .archive: "paper.zip, paper.tar or paper.tar.gz"
    }
  }
}

/// Which names a host can keep.
public enum HostNames: String, Sendable, CaseIterable {
  /// A server of FTP is asked whether it knows UTF-8; all others do.
  case auto
  /// Letters of ASCII alone, as servers of before 1999 do.
  case ascii
  /// All names, whatever the server says of itself.
  case utf8 = "utf-8"
}

/// A host whose limits are known.
public enum HostProfile: String, Sendable, CaseIterable {
  case githubPages = "github-pages"
  case gitlabPages = "gitlab-pages"
  case codebergPages = "codeberg-pages"
  case netlify
  case cloudflarePages = "cloudflare-pages"
  case s3
}
