package no.speil.web.account;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ErrorResponse;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.Response;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.UserInfoSuccessResponse;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.speil.corpus.Role;
import no.speil.people.Identity;
import no.speil.web.http.ServerSettings.Oidc;
import org.jspecify.annotations.Nullable;

/**
 * The sign-in of an organisation: OpenID Connect Core 1.0 with an authorisation code and PKCE (RFC
 * 7636), and RP-Initiated Logout 1.0. What the organisation says of itself is asked for once.
 * Thread-safe.
 */
final class OidcProvider {
  private static final int PATIENCE_MILLIS = 10_000;
  private static final int LARGEST = 1 << 20;
  private static final Scope SCOPE = new Scope("openid", "profile", "email");

  private final Oidc settings;
  private volatile @Nullable OIDCProviderMetadata metadata;

  OidcProvider(Oidc settings) {
    this.settings = settings;
  }

  /** Why nobody was signed in, for the log: what the provider says is not for the page. */
  static final class OidcException extends Exception {
    private OidcException(String why, @Nullable Throwable cause) {
      super(why, cause);
    }
  }

  /** What only the browser keeps until its owner comes back. */
  record RequestState(String state, String nonce, String verifier) {
    static RequestState create() {
      return new RequestState(
          new State().getValue(), new Nonce().getValue(), new CodeVerifier().getValue());
    }
  }

  /**
   * What the provider answers.
   *
   * @param idToken by which they can be signed out there
   */
  record Authentication(Identity identity, String idToken) {}

  private interface Call<T> {
    T get() throws IOException, GeneralException, BadJOSEException, JOSEException, OidcException;
  }

  private static <T> T ask(Call<T> call) throws OidcException {
    try {
      return call.get();
    } catch (IOException | GeneralException | BadJOSEException | JOSEException e) {
      throw new OidcException(String.valueOf(e.getMessage()), e);
    }
  }

  private OIDCProviderMetadata metadata() throws IOException, GeneralException {
    OIDCProviderMetadata known = metadata;
    if (known == null) {
      var issuer = new Issuer(settings.issuer());
      known = OIDCProviderMetadata.resolve(issuer, PATIENCE_MILLIS, PATIENCE_MILLIS);
      metadata = known;
    }
    return known;
  }

  /** Where the browser goes to sign in. */
  URI address(RequestState request, URI back) throws OidcException {
    return ask(
        () ->
            new AuthenticationRequest.Builder(ResponseType.CODE, SCOPE, client(), back)
                .endpointURI(metadata().getAuthorizationEndpointURI())
                .state(new State(request.state()))
                .nonce(new Nonce(request.nonce()))
                .codeChallenge(new CodeVerifier(request.verifier()), CodeChallengeMethod.S256)
                .build()
                .toURI());
  }

  /**
   * Who has come back.
   *
   * @param answer the address at which they did
   */
  Authentication authentication(RequestState request, URI answer, URI back) throws OidcException {
    return ask(
        () -> {
          var grant =
              new AuthorizationCodeGrant(
                  code(request, answer), back, new CodeVerifier(request.verifier()));
          OIDCTokenResponse tokens = tokens(grant);
          JWT token = tokens.getOIDCTokens().getIDToken();
          var keys = keys(token, metadata().getIDTokenJWSAlgs());
          var validator = new IDTokenValidator(metadata().getIssuer(), client(), keys, null);
          var claims = validator.validate(token, new Nonce(request.nonce()));
          var person = new UserInfo(claims.toJWTClaimsSet());
          addUserInfo(person, tokens.getOIDCTokens().getAccessToken());
          return new Authentication(identity(person), token.serialize());
        });
  }

  private static AuthorizationCode code(RequestState request, URI answer)
      throws GeneralException, OidcException {
    var response = AuthenticationResponseParser.parse(answer);
    if (!Objects.equals(response.getState(), new State(request.state()))) {
      throw new OidcException("the answer is to another request", null);
    }
    requireSuccess(response);
    return response.toSuccessResponse().getAuthorizationCode();
  }

  private static void requireSuccess(Response response) throws OidcException {
    if (response instanceof ErrorResponse refused) {
      ErrorObject error = refused.getErrorObject();
      throw new OidcException(error.getCode() + ": " + error.getDescription(), null);
    }
  }

  private OIDCTokenResponse tokens(AuthorizationCodeGrant grant)
      throws IOException, GeneralException, OidcException {
    URI endpoint = metadata().getTokenEndpointURI();
    String secret = settings.secret();
    var request =
        secret == null
            ? new TokenRequest.Builder(endpoint, client(), grant).build()
            : new TokenRequest.Builder(
                    endpoint, new ClientSecretBasic(client(), new Secret(secret)), grant)
                .build();
    var response = OIDCTokenResponseParser.parse(send(request.toHTTPRequest()));
    requireSuccess(response);
    return (OIDCTokenResponse) response.toSuccessResponse();
  }

  private static HTTPResponse send(HTTPRequest request) throws IOException {
    request.setConnectTimeout(PATIENCE_MILLIS);
    request.setReadTimeout(PATIENCE_MILLIS);
    request.setFollowRedirects(false);
    return request.send();
  }

  /**
   * The provider's keys that the token may be signed by.
   *
   * @param told how the provider says that it signs; null where it does not say
   */
  private JWSKeySelector<SecurityContext> keys(JWT token, @Nullable List<JWSAlgorithm> told)
      throws IOException, GeneralException, OidcException {
    JWSAlgorithm algorithm = JWSAlgorithm.parse(token.getHeader().getAlgorithm().getName());
    List<JWSAlgorithm> allowed = Objects.requireNonNullElse(told, List.of(JWSAlgorithm.RS256));
    if (!allowed.contains(algorithm) || !JWSAlgorithm.Family.SIGNATURE.contains(algorithm)) {
      throw new OidcException("it signs with " + algorithm, null);
    }
    JWKSource<SecurityContext> source =
        JWKSourceBuilder.<SecurityContext>create(
                metadata().getJWKSetURI().toURL(),
                new DefaultResourceRetriever(PATIENCE_MILLIS, PATIENCE_MILLIS, LARGEST))
            .cache(false)
            .refreshAheadCache(false)
            .rateLimited(false)
            .build();
    return new JWSVerificationKeySelector<>(algorithm, source);
  }

  /** Some tell names and groups only when they are asked for. */
  private void addUserInfo(UserInfo person, AccessToken token)
      throws IOException, GeneralException, BadJOSEException, JOSEException, OidcException {
    URI endpoint = metadata().getUserInfoEndpointURI();
    if (endpoint != null) {
      var request = new UserInfoRequest(endpoint, token).toHTTPRequest();
      var response = UserInfoResponse.parse(send(request));
      requireSuccess(response);
      UserInfoSuccessResponse told = response.toSuccessResponse();
      JWT signed = told.getUserInfoJWT();
      UserInfo info = signed == null ? told.getUserInfo() : verified(signed);
      if (!person.getSubject().equals(info.getSubject())) {
        throw new OidcException("it tells of somebody else than who has come", null);
      }
      person.putAll(info);
    }
  }

  /** What it tells of the person in a signed token (OpenID Connect Core 1.0, 5.3.2). */
  private UserInfo verified(JWT signed)
      throws IOException, GeneralException, BadJOSEException, JOSEException, OidcException {
    List<JWSAlgorithm> told = metadata().getUserInfoJWSAlgs();
    var processor = new DefaultJWTProcessor<SecurityContext>();
    processor.setJWSKeySelector(keys(signed, told == null ? metadata().getIDTokenJWSAlgs() : told));
    var issuer = new JWTClaimsSet.Builder().issuer(metadata().getIssuer().getValue()).build();
    processor.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(settings.client(), issuer, Set.of("sub")));
    return new UserInfo(processor.process(signed, null));
  }

  private Identity identity(UserInfo person) throws OidcException {
    String name =
        Stream.of(person.getName(), person.getPreferredUsername(), person.getEmailAddress())
            .filter(each -> each != null && !each.isBlank())
            .findFirst()
            .orElseThrow(() -> new OidcException("it tells no name", null));
    boolean isVerified = Boolean.TRUE.equals(person.getEmailVerified());
    String email = isVerified ? Objects.requireNonNullElse(person.getEmailAddress(), "") : "";
    String subject = subject(person.getSubject().getValue());
    if (settings.roles().isEmpty()) {
      return new Identity(subject, name, email, null, settings.newAccount());
    }
    Role role = role(person);
    return new Identity(subject, name, email, role, role == Role.READER ? null : role);
  }

  private String subject(String there) {
    return settings.issuer() + " " + there;
  }

  /** The role with the most rights of those that their groups give. */
  private Role role(UserInfo person) {
    Object groups = claim(person.toJSONObject(), settings.roleClaim());
    Collection<?> all = groups instanceof Collection<?> several ? several : List.of(groups);
    return settings.roles().entrySet().stream()
        .filter(each -> all.contains(each.getValue()))
        .map(Map.Entry::getKey)
        .max(Role::compareTo)
        .orElse(Role.READER);
  }

  /** By its name, or by the names on the way to it with dots between. */
  private static Object claim(Map<?, ?> claims, String name) {
    Object whole = claims.get(name);
    int dot = name.indexOf('.');
    if (whole != null || dot < 0) {
      return Objects.requireNonNullElse(whole, "");
    }
    return claims.get(name.substring(0, dot)) instanceof Map<?, ?> inner
        ? claim(inner, name.substring(dot + 1))
        : "";
  }

  /**
   * Where the browser goes to be signed out there, too; empty where they cannot be.
   *
   * @param subject of who signs out, see {@link Identity}
   * @param idToken as the browser has kept it; may be somebody else's, or anything
   */
  Optional<URI> signOut(String subject, String idToken, URI home) throws OidcException {
    JWT hint = hint(subject, idToken);
    return Optional.ofNullable(ask(() -> metadata()).getEndSessionEndpointURI())
        .filter(settings::isAt)
        .map(each -> new LogoutRequest(each, hint, null, client(), home, null, null).toURI());
  }

  /** Some sign nobody out without it (RP-Initiated Logout 1.0, 2: {@code id_token_hint}). */
  private @Nullable JWT hint(String subject, String idToken) {
    try {
      JWT token = SignedJWT.parse(idToken);
      String there = token.getJWTClaimsSet().getSubject();
      return there != null && subject.equals(subject(there)) ? token : null;
    } catch (ParseException e) {
      return null;
    }
  }

  private ClientID client() {
    return new ClientID(settings.client());
  }
}
