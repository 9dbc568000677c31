package no.speil.web.http;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import no.speil.corpus.Role;
import no.speil.delivery.MailServer;
import no.speil.delivery.Webhook;
import org.jspecify.annotations.Nullable;

/**
 * Where the server listens, and who may write.
 *
 * @param port 0 for any free one
 * @param publicUrl where readers reach it through a proxy, or null where there is none
 * @param as the name of the person at the machine
 * @param trustedProxy null where no proxy signs people in
 * @param translateCommand the keeper's program that drafts translations, and its arguments; empty
 *     where there is none
 * @param oidc null where no organisation signs people in
 * @param mailServer null where no mail is sent
 * @param webhook null where no program is told
 * @param told all that the server was started with, for keepers to see
 */
public record ServerSettings(
    String host,
    int port,
    @Nullable URI publicUrl,
    String as,
    AccessMode accessMode,
    @Nullable TrustedProxy trustedProxy,
    List<String> translateCommand,
    @Nullable Oidc oidc,
    @Nullable MailServer mailServer,
    @Nullable Webhook webhook,
    List<Setting> told) {

  /** The path of the public address, such as {@code /arkiv}; empty where it has none. */
  public String sitePath() {
    String path = publicUrl == null ? "" : publicUrl.getRawPath();
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  public boolean readOnly() {
    return accessMode == AccessMode.READ_ONLY || accessMode == AccessMode.STATIC;
  }

  /** Whether people sign in with passwords; else a proxy or an organisation says who they are. */
  public boolean takesPasswords() {
    return (trustedProxy == null || trustedProxy.takesPasswords())
        && (oidc == null || oidc.takesPasswords());
  }

  /** Whether browsers reach it by https only. */
  public boolean isSecure() {
    return publicUrl != null && "https".equalsIgnoreCase(publicUrl.getScheme());
  }

  /**
   * A proxy that signs people in and says who they are.
   *
   * @param userHeader the header in which it says the name
   * @param address from where it connects
   * @param secret what it says in {@link #SECRET_HEADER}; null where its address is enough
   * @param takesPasswords whether people may sign in past it with passwords, too
   */
  public record TrustedProxy(
      String userHeader, InetAddress address, @Nullable String secret, boolean takesPasswords) {
    static final String SECRET_HEADER = "Speil-Proxy-Secret";

    /** Whether it may have said that. */
    boolean hasSaid(@Nullable String said) {
      return secret == null || Authenticator.isSame(said, secret);
    }
  }

  /**
   * An organisation that signs people in by OpenID Connect.
   *
   * @param issuer its address
   * @param client what this archive is called there
   * @param secret null where it asks for none
   * @param name what people call it
   * @param roleClaim in which it tells of groups
   * @param roles the group that has each role; empty where keepers give roles
   * @param newAccount the role of accounts made for those who have none; null where none are made
   * @param takesPasswords whether people may sign in past it with passwords, too
   */
  public record Oidc(
      URI issuer,
      String client,
      @Nullable String secret,
      String name,
      String roleClaim,
      Map<Role, String> roles,
      @Nullable Role newAccount,
      boolean takesPasswords) {

    /** Where forms may lead to, besides this server. */
    String origin() {
      return issuer.getScheme() + "://" + issuer.getRawAuthority();
    }

    public boolean isAt(URI address) {
      return (address.getScheme() + "://" + address.getRawAuthority()).equals(origin());
    }
  }

  /**
   * One of the options that a server is started with.
   *
   * @param name without hyphens
   * @param place the variable, or the file and line as {@code speil.conf:3}, or one of those below
   */
  public record Setting(String name, String value, String place) {
    public static final String COMMAND_LINE = "command line";
    public static final String BUILT_IN = "built in";
  }

  /** Who may write. */
  public enum AccessMode {
    /** Nobody. */
    READ_ONLY,
    /** Nobody; the pages are kept as files. */
    STATIC,
    /** The person at the machine. */
    KEEPER,
    /** The person at the machine; everybody may report. */
    REPORTS
  }
}
