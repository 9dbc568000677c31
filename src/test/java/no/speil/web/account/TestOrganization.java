package no.speil.web.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.minidev.json.JSONObject;
import org.jspecify.annotations.Nullable;

/** An organisation that signs people in, and may lie. One person is there at a time. */
final class TestOrganization implements AutoCloseable {
  static final String CLIENT = "arkivet";
  static final String SECRET = "s3kret æøå";

  /** What is wrong with what it says; PERSON: in a token about the person. */
  enum Lie {
    NONE,
    ISSUER,
    AUDIENCE,
    NONCE,
    KEY,
    NO_SIGNATURE,
    SECRET_AS_KEY,
    EXPIRED,
    FROM_TOMORROW,
    OTHER_PERSON,
    PERSON_OTHER,
    PERSON_ISSUER,
    PERSON_NO_ISSUER,
    PERSON_AUDIENCE,
    PERSON_NO_AUDIENCE,
    PERSON_KEY,
    PERSON_NO_SIGNATURE,
    PERSON_SECRET_AS_KEY,
    PERSON_EXPIRED,
    NO_TOKEN,
    OTHER_STATE,
    OTHER_METADATA
  }

  private static final RSAKey KEY = key("1");
  private static final RSAKey OTHER = key("1");

  private final HttpServer server;
  private final URI issuer;
  Lie lie = Lie.NONE;
  String subject = "7f3a";

  /** How it signs what it tells of the person; null where it does not. */
  @Nullable String personAlgorithm;

  /** What it tells of the person, besides the subject. */
  final Map<String, Object> person = new HashMap<>();

  private Map<String, List<String>> asked = Map.of();

  TestOrganization() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    issuer = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/org");
    server.createContext("/", this::answer);
    server.start();
  }

  URI issuer() {
    return issuer;
  }

  private static RSAKey key(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the page of the organisation does once a person has signed in there. */
  URI signIn(URI request) {
    asked = URLUtils.parseParameters(request.getRawQuery());
    String state = lie == Lie.OTHER_STATE ? "another" : asked("state");
    return URI.create(asked("redirect_uri") + "?code=c0de&state=" + state);
  }

  String asked(String name) {
    return asked.get(name).getFirst();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String body =
          switch (path) {
            case "/org/.well-known/openid-configuration" -> metadata();
            case "/org/keys" -> new JWKSet(KEY.toPublicJWK()).toString();
            case "/org/token" -> token(exchange);
            case "/org/person" -> person(exchange);
            default -> throw new IllegalStateException(path);
          };
      String type = body.startsWith("{") ? "application/json" : "application/jwt";
      exchange.getResponseHeaders().set("Content-Type", type);
      byte[] bytes = body.getBytes(UTF_8);
      exchange.sendResponseHeaders(body.startsWith("{\"error") ? 400 : 200, bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private String metadata() {
    var metadata = new JSONObject();
    metadata.put("issuer", lie == Lie.OTHER_METADATA ? "https://example.org" : issuer.toString());
    metadata.put("authorization_endpoint", issuer + "/authorize");
    metadata.put("token_endpoint", issuer + "/token");
    metadata.put("userinfo_endpoint", issuer + "/person");
    metadata.put("end_session_endpoint", issuer + "/leave");
    metadata.put("jwks_uri", issuer + "/keys");
    metadata.put("response_types_supported", List.of("code"));
    metadata.put("subject_types_supported", List.of("public"));
    metadata.put("id_token_signing_alg_values_supported", List.of("RS256", "HS256", "none"));
    if (personAlgorithm != null && !personAlgorithm.equals("RS256")) {
      metadata.put(
          "userinfo_signing_alg_values_supported", List.of(personAlgorithm, "HS256", "none"));
    }
    return metadata.toString();
  }

  private String token(HttpExchange exchange) throws IOException, JOSEException {
    var form =
        URLUtils.parseParameters(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    var challenge =
        CodeChallenge.compute(
            CodeChallengeMethod.S256, new CodeVerifier(form.get("code_verifier").getFirst()));
    String secret = java.net.URLEncoder.encode(SECRET, UTF_8);
    String basic = Base64.getEncoder().encodeToString((CLIENT + ":" + secret).getBytes(UTF_8));
    boolean isRight =
        form.get("code").getFirst().equals("c0de")
            && asked("code_challenge").equals(challenge.getValue())
            && asked("redirect_uri").equals(form.get("redirect_uri").getFirst())
            && ("Basic " + basic).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    if (!isRight || lie == Lie.NO_TOKEN) {
      return "{\"error\": \"invalid_grant\"}";
    }
    var answer = new JSONObject();
    answer.put("access_token", "acce55");
    answer.put("token_type", "Bearer");
    answer.put("id_token", idToken());
    return answer.toString();
  }

  private String idToken() throws JOSEException {
    Instant now = Instant.now();
    Instant issued = lie == Lie.FROM_TOMORROW ? now.plusSeconds(86_400) : now.minusSeconds(5);
    Instant end = lie == Lie.EXPIRED ? now.minusSeconds(3600) : issued.plusSeconds(300);
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(lie == Lie.ISSUER ? "https://example.org" : issuer.toString())
            .audience(lie == Lie.AUDIENCE ? "another" : CLIENT)
            .subject(subject)
            .issueTime(Date.from(issued))
            .expirationTime(Date.from(end))
            .claim("nonce", lie == Lie.NONCE ? "another" : asked("nonce"))
            .build();
    return token(
        claims,
        lie == Lie.NO_SIGNATURE ? "none" : lie == Lie.SECRET_AS_KEY ? "HS256" : "RS256",
        lie == Lie.KEY ? OTHER : KEY);
  }

  private static String token(JWTClaimsSet claims, String algorithm, RSAKey key)
      throws JOSEException {
    if (algorithm.equals("none")) {
      return new PlainJWT(claims).serialize();
    }
    var header = new JWSHeader.Builder(JWSAlgorithm.parse(algorithm));
    var token = new SignedJWT(header.keyID("1").build(), claims);
    token.sign(
        algorithm.equals("HS256")
            ? new MACSigner(KEY.toPublicJWK().toString())
            : new RSASSASigner(key));
    return token.serialize();
  }

  private String person(HttpExchange exchange) throws JOSEException {
    if (!"Bearer acce55".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      return "{\"error\": \"invalid_token\"}";
    }
    boolean isOther = lie == Lie.OTHER_PERSON || lie == Lie.PERSON_OTHER;
    String sub = isOther ? "other" : subject;
    if (personAlgorithm == null && !lie.name().startsWith("PERSON_")) {
      var told = new JSONObject(person);
      told.put("sub", sub);
      return told.toString();
    }
    var claims = new JWTClaimsSet.Builder().subject(sub);
    person.forEach(claims::claim);
    if (lie != Lie.PERSON_NO_ISSUER) {
      claims.issuer(lie == Lie.PERSON_ISSUER ? "https://example.org" : issuer.toString());
    }
    if (lie != Lie.PERSON_NO_AUDIENCE) {
      claims.audience(lie == Lie.PERSON_AUDIENCE ? "another" : CLIENT);
    }
    if (lie == Lie.PERSON_EXPIRED) {
      claims.expirationTime(Date.from(Instant.now().minusSeconds(3600)));
    }
    return token(
        claims.build(),
        lie == Lie.PERSON_NO_SIGNATURE
            ? "none"
            : lie == Lie.PERSON_SECRET_AS_KEY
                ? "HS256"
                : Objects.requireNonNullElse(personAlgorithm, "RS256"),
        lie == Lie.PERSON_KEY ? OTHER : KEY);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
