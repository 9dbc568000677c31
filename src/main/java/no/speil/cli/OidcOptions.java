package no.speil.cli;

import static no.speil.cli.ArchiveCommand.secret;
import static no.speil.cli.ArchiveCommand.wrong;

import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import no.speil.corpus.Role;
import no.speil.web.http.ServerSettings.Oidc;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which organisation signs people in, if any does. */
final class OidcOptions {
  private static final String ISSUER = "--oidc-issuer";
  private static final String SECRET = "--oidc-secret-file";
  private static final String ROLE = "--oidc-role";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(names = ISSUER, paramLabel = "URL")
  private @Nullable URI issuer;

  @Option(names = "--oidc-client", paramLabel = "ID")
  private @Nullable String client;

  @Option(names = SECRET, paramLabel = "FILE")
  private @Nullable Path secretFile;

  @Option(names = "--oidc-name", paramLabel = "NAME")
  private @Nullable String name;

  @Option(names = ROLE, paramLabel = "ROLE=GROUP", split = ",")
  private Map<Role, String> roles = new EnumMap<>(Role.class);

  @Option(names = "--oidc-role-claim", paramLabel = "NAME", defaultValue = "groups")
  private String roleClaim = "groups";

  @Option(names = "--oidc-join", paramLabel = "ROLE")
  private @Nullable Role newAccount;

  /** The organisation; null where none signs people in. */
  @Nullable Oidc settings(boolean readOnly, boolean takesPasswords) {
    if (issuer == null || client == null) {
      boolean isOther = secretFile != null || name != null || newAccount != null;
      if (issuer != null || client != null || isOther || !roles.isEmpty()) {
        throw wrong(spec, ISSUER, "it needs --oidc-client, and the other way round");
      }
      return null;
    }
    if (readOnly) {
      throw wrong(spec, ISSUER, "nobody signs in to a server that is --read-only");
    }
    boolean isLocal = issuer.getHost() != null && ServeCommand.isLoopback(issuer.getHost());
    if (issuer.getHost() == null || !("https".equals(issuer.getScheme()) || isLocal)) {
      throw wrong(spec, ISSUER, issuer + " does not begin with https://");
    }
    if (newAccount != null && !roles.isEmpty()) {
      throw wrong(spec, "--oidc-join", "the groups of --oidc-role say who joins");
    }
    roles.replaceAll((role, group) -> name(group));
    String secret = secret(spec, SECRET, secretFile);
    String shown = Objects.requireNonNullElse(name, issuer.getHost());
    return new Oidc(issuer, client, secret, shown, roleClaim, roles, newAccount, takesPasswords);
  }

  /** Of a group, which may be in quotation marks, so that commas are part of it. */
  private String name(String group) {
    boolean isQuoted = group.length() > 1 && group.startsWith("\"") && group.endsWith("\"");
    String bare = isQuoted ? group.substring(1, group.length() - 1) : group;
    if (bare.isBlank() || (!isQuoted && group.startsWith("\""))) {
      String why = "“" + group + "” is no group: a name is missing, or a quotation mark after it";
      throw wrong(spec, ROLE, why);
    }
    return bare;
  }
}
