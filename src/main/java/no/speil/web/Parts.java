package no.speil.web;

import java.time.Clock;

/** What the routes share. */
record Parts(
    Access access,
    Names names,
    Writers writers,
    Reporters reporters,
    Json json,
    Pages pages,
    Assets assets,
    Frame frame) {

  static Parts of(Settings settings, boolean archiveReadOnly) {
    var access = new Access(settings, archiveReadOnly);
    var names = new Names(settings.as());
    var assets = new Assets();
    return new Parts(
        access,
        names,
        new Writers(access, names),
        new Reporters(access, names, Allowance.standard(Clock.systemUTC())),
        new Json(),
        new Pages(),
        assets,
        new Frame(access, names, assets, settings));
  }
}
