package no.speil.web;

import java.time.Clock;
import no.speil.web.answer.Assets;
import no.speil.web.answer.Frame;
import no.speil.web.answer.Json;
import no.speil.web.answer.Pages;
import no.speil.web.visitor.Access;
import no.speil.web.visitor.Allowance;
import no.speil.web.visitor.Names;
import no.speil.web.visitor.Reporters;
import no.speil.web.visitor.Settings;
import no.speil.web.visitor.Writers;

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
