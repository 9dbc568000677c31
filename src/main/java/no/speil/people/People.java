package no.speil.people;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import no.speil.archive.PrivateFile;
import no.speil.corpus.Problem;
import no.speil.corpus.Role;
import no.speil.people.Account.AccessToken;
import no.speil.people.Account.Invitation;
import no.speil.people.AccountRefusedException.Reason;
import no.speil.people.Accounts.MalformedAccountsException;
import no.speil.people.Preferences.Digest;
import no.speil.people.Preferences.Passkey;
import no.speil.people.RateLimiter.Bucket;
import no.speil.people.RateLimiter.Use;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs people in and tells who they are. Without accounts that is one person, who holds the token
 * of the machine; with accounts, everybody who has one. Thread-safe.
 */
public final class People {
  /** The file of the accounts, below the root. */
  public static final String ACCOUNTS = "accounts.json";

  private static final Duration KEPT_SESSION = Duration.ofDays(30);
  private static final Duration SHORT_SESSION = Duration.ofHours(12);
  private static final String TOKEN_PREFIX = "speil_";

  private static final Pattern EMAIL =
      Pattern.compile("[^\\s<>@\\p{C}]{1,64}@[^\\s<>@\\p{C}]{1,250}");

  /** Is told of every sign-in, refused ones too, and of accounts, invitations and tokens. */
  public static final Logger AUDIT = LoggerFactory.getLogger("no.speil.audit");

  /** Failed attempts from an address, and with a browser or a session that is known. */
  private static final Bucket ADDRESS = new Bucket(10, Duration.ofSeconds(90));

  private static final Bucket NETWORK = new Bucket(40, Duration.ofSeconds(20));

  /** More than an address has, so that from one address nobody keeps a person out. */
  private static final Bucket NAME = new Bucket(30, Duration.ofMinutes(2));

  /** Links for a new password that one person is sent. */
  private static final Bucket RESETS = new Bucket(3, Duration.ofMinutes(20));

  private static final int MOST_KEYS = 20_000;

  private final AccountStore accounts;
  private final SessionStore sessions;
  private final PrivateFile tokenFile;
  private final String machineToken;
  private final String keeper;
  private final Clock clock;
  private final boolean takesPasswords;
  private final Passwords passwords;
  private @Nullable Passkeys passkeys;
  private final RateLimiter limiter;
  private final List<String> archiveNames;
  private final Map<String, NewAddress> newAddresses = new ConcurrentHashMap<>();

  private People(
      Path root,
      String keeper,
      Clock clock,
      String machineToken,
      boolean takesPasswords,
      List<String> archiveNames,
      Passwords passwords) {
    this.accounts = new AccountStore(new PrivateFile(root, ACCOUNTS));
    this.sessions = new SessionStore(new PrivateFile(root, ".speil/sessions.json"));
    this.tokenFile = new PrivateFile(root, ".speil/token");
    this.keeper = keeper;
    this.clock = clock;
    this.machineToken = machineToken;
    this.takesPasswords = takesPasswords;
    this.archiveNames = List.copyOf(archiveNames);
    this.passwords = passwords;
    this.limiter = new RateLimiter(clock, MOST_KEYS);
  }

  /**
   * The people of an archive that is served for writing. Until a keeper can sign in, makes the
   * token of the machine and writes it to {@code .speil/token}.
   *
   * @param root the folder that holds {@code archive/}
   * @param keeper the name of the person at the machine
   * @param takesPasswords false where something else says who has an account
   * @param archiveNames which no password is made of
   */
  public static People serving(
      Path root, String keeper, Clock clock, boolean takesPasswords, List<String> archiveNames) {
    String name = AccountName.check(keeper);
    var people =
        new People(
            root, name, clock, Secret.create(), takesPasswords, archiveNames, new Passwords());
    if (people.isMachineOpen()) {
      people.tokenFile.write(people.machineToken + "\n");
    } else {
      people.tokenFile.delete();
    }
    return people;
  }

  /** The people of an archive, for a command that runs beside its server. */
  public static People of(Path root, Clock clock) {
    return of(root, clock, new Passwords());
  }

  static People of(Path root, Clock clock, Passwords passwords) {
    return new People(root, "keeper", clock, "", true, List.of(), passwords);
  }

  /** Whether people sign in with accounts; else the person at the machine writes alone. */
  public boolean hasAccounts() {
    return accounts.isUsed();
  }

  /** Whether the person at the machine needs no account: else the first one might lock them out. */
  private boolean isMachineOpen() {
    return takesPasswords ? !accounts.hasKeeper() : !hasAccounts();
  }

  /** Whether those who have an account sign in with a password. */
  public boolean takesPasswords() {
    return takesPasswords;
  }

  private void requirePasswords() {
    if (!takesPasswords) {
      throw new AccountRefusedException(Reason.NO_PASSWORDS);
    }
  }

  /** The token of the person at the machine; empty once a keeper can sign in. */
  public Optional<String> machineToken() {
    return isMachineOpen() && !machineToken.isEmpty()
        ? Optional.of(machineToken)
        : Optional.empty();
  }

  /** The name of the person at the machine. */
  public String keeper() {
    return keeper;
  }

  /** What a keeper should put right. */
  public List<Problem> problems() {
    return accounts.problems();
  }

  /** Who came with that cookie. */
  public Optional<Person> ofSession(String value) {
    return sessions.find(Secret.hash(value), now()).flatMap(this::person);
  }

  private Optional<Person> person(Session session) {
    if (session.ofMachine()) {
      return isMachineOpen()
          ? Optional.of(new Person(session.name(), Role.KEEPER, session, false, false))
          : Optional.empty();
    }
    return open(session.name())
        .filter(account -> takesPasswords || isByOrganization(account, session))
        .filter(account -> !session.began().isBefore(account.sessionsFrom()))
        .map(account -> new Person(account.name(), account.role(), session, false, true));
  }

  /** Only sessions that began with a password are kept for longer. */
  private static boolean isByOrganization(Account account, Session session) {
    return !account.subject().isEmpty()
        && !session.until().isAfter(session.began().plus(SHORT_SESSION));
  }

  /** Which person a program acts for that sends that token. */
  public Optional<Person> ofToken(String token) {
    String hash = Secret.hash(token);
    if (machineToken().isPresent() && hash.equals(Secret.hash(machineToken))) {
      return Optional.of(new Person(keeper, Role.KEEPER, null, true, false));
    }
    Optional<Account> account = accounts.accounts().ofToken(hash, now()).filter(Account::isOpen);
    if (account.isPresent()) {
      sessions.use(hash, now());
    }
    return account.map(owner -> new Person(owner.name(), owner.role(), null, true, true));
  }

  /** The person whom a proxy has signed in under that name. */
  public Optional<Person> ofProxy(String name) {
    return open(name).map(account -> new Person(account.name(), account.role(), null, false, true));
  }

  private Optional<Account> open(String name) {
    return accounts.accounts().named(name).filter(Account::isOpen);
  }

  /**
   * Signs in with a password. Takes as long whether there is such an account or not.
   *
   * @param stays whether the browser keeps the session when it is closed
   * @throws AccountRefusedException if name and password do not belong together
   * @throws TooManyAttemptsException if there were too many attempts
   */
  public NewSession signIn(String name, String password, boolean stays, UserAgent browser) {
    requirePasswords();
    String key = key(name);
    String known = browserKey(browser.known(), key);
    Account account =
        sessions.seen(known).isPresent()
            ? requirePassword(name, password, browser, new Use(known, ADDRESS))
            : requirePassword(
                name,
                password,
                browser,
                new Use("address " + browser.address(), ADDRESS),
                new Use("network " + browser.network(), NETWORK),
                new Use("name " + key, NAME));
    limiter.forget("name " + key);
    requireEnough(account);
    AUDIT.info("{} signed in from {}", account.name(), browser.address());
    return begin(account, stays, browser);
  }

  private static void requireEnough(Account account) {
    if (account.preferences().passkeyOnly()) {
      throw new AccountRefusedException(Reason.PASSKEY_NEEDED, account.name());
    }
  }

  /** What an authenticator is to sign, base64url; for a few minutes. */
  public String passkeyChallenge() {
    requirePasswords();
    return passkeys().challenge();
  }

  /** Made when it is asked for, since its library takes long to begin. */
  private synchronized Passkeys passkeys() {
    if (passkeys == null) {
      passkeys = new Passkeys(clock);
    }
    return passkeys;
  }

  /**
   * Signs in with a passkey.
   *
   * @param answer of the authenticator, as {@code PublicKeyCredential.toJSON} gives it
   * @param site scheme, host and port at which the browser is
   * @throws AccountRefusedException if it is nobody's, or no answer to a challenge of ours
   */
  public NewSession signInByPasskey(String answer, URI site, boolean stays, UserAgent browser) {
    requirePasswords();
    try {
      Passkey used = passkeys().authenticate(answer, site, this::passkey);
      Account account = accounts.accounts().ofPasskey(used.id()).orElseThrow();
      if (!account.preferences().passkeys().contains(used)) { // it has counted
        update(account.name(), known -> known.with(known.preferences().with(used)));
      }
      AUDIT.info("{} signed in with a passkey from {}", account.name(), browser.address());
      return begin(account, stays, browser);
    } catch (AccountRefusedException e) {
      AUDIT.warn("a passkey was refused from {}", browser.address());
      throw e;
    }
  }

  private Passkey passkey(String id) {
    return accounts
        .accounts()
        .ofPasskey(id)
        .filter(Account::isOpen)
        .flatMap(account -> account.preferences().passkey(id))
        .orElseThrow(() -> new AccountRefusedException(Reason.PASSKEY));
  }

  /**
   * Lets somebody who is signed in sign in with a passkey from now on.
   *
   * @param answer of the authenticator that has made it
   * @throws AccountRefusedException if the password is wrong, or it is no answer to a challenge
   * @throws TooManyAttemptsException if there were too many attempts
   */
  public void addPasskey(
      String name, String password, String label, String answer, URI site, UserAgent browser) {
    requirePasswords();
    requireOwnPassword(name, password, browser);
    Passkey made = passkeys().register(answer, site, label(label, "passkey"));
    update(name, account -> account.with(account.preferences().with(made)));
    AUDIT.info("{} added a passkey from {}", name, browser.address());
  }

  /** Takes a person's passkey of that id away; without any, the password signs in again. */
  public void removePasskey(String name, String id) {
    update(name, account -> account.with(account.preferences().without(id)));
    AUDIT.info("{} removed a passkey", name);
  }

  /**
   * Says whether the password alone signs a person in.
   *
   * @throws AccountRefusedException if the password is wrong
   * @throws TooManyAttemptsException if there were too many attempts
   */
  public void changePasskeyOnly(String name, String password, boolean only, UserAgent browser) {
    requireOwnPassword(name, password, browser);
    update(name, account -> account.with(account.preferences().passkeyOnly(only)));
    AUDIT.info("{} signs in {}", name, only ? "with a passkey only" : "with the password, too");
  }

  /**
   * Signs in whom their organisation has signed in. An account is made for them where the identity
   * says so.
   *
   * @throws AccountRefusedException if they have no account, or none that is open, or its name
   *     would be somebody else's
   */
  public NewSession signIn(Identity who, UserAgent browser) {
    Accounts before = accounts.accounts();
    boolean isAsKnown = before.of(who).filter(each -> each.equals(each.of(who))).isPresent();
    if (!isAsKnown) {
      change(all -> withIdentity(all, who));
    }
    Account account =
        accounts
            .accounts()
            .of(who)
            .filter(Account::isOpen)
            .orElseThrow(() -> new AccountRefusedException(Reason.NOT_LET_IN, cut(who.name())));
    AUDIT.info("{} was signed in by the organisation from {}", account.name(), browser.address());
    return begin(account, false, browser);
  }

  /** The last keeper stays one, whatever the organisation says. */
  private Accounts withIdentity(Accounts all, Identity who) {
    Account account = all.of(who).orElseGet(() -> newAccount(all, who));
    Accounts after = all.with(account.of(who));
    return locksOut(all, after) ? all.with(account.of(who).as(account.role())) : after;
  }

  private Account newAccount(Accounts all, Identity who) {
    Role role = who.newAccount();
    if (role == null) {
      throw new AccountRefusedException(Reason.NOT_LET_IN, cut(who.name()));
    }
    return newAccount(all, AccountName.check(who.name()), role, who.email());
  }

  /** Of a name that looks like nobody's yet. */
  private Account newAccount(Accounts all, String name, Role role, String email) {
    Account other = all.like(name).orElse(null);
    if (other != null) {
      boolean isSame = other.name().equalsIgnoreCase(name);
      throw new AccountRefusedException(
          isSame ? Reason.NAME_TAKEN : Reason.LOOKS_LIKE, other.name());
    }
    if (all.isEmpty() && role != Role.KEEPER) {
      throw new AccountRefusedException(Reason.FIRST_KEEPER);
    }
    return new Account(name, role, "", now(), null, null, List.of(), email, "", Preferences.NONE);
  }

  /** Takes one of each bucket, and puts them back if it is the password. */
  private Account requirePassword(String name, String password, UserAgent browser, Use... limits) {
    long wait = limiter.take(limits);
    if (wait > 0) {
      AUDIT.warn("too many wrong passwords for {} from {}", cut(name), browser.address());
      throw new TooManyAttemptsException(wait);
    }
    Optional<Account> account = open(name);
    if (!passwords.matches(password, account.map(Account::password).orElse(""))) {
      AUDIT.warn("wrong password for {} from {}", cut(name), browser.address());
      throw new AccountRefusedException(Reason.WRONG);
    }
    limiter.giveBack(limits);
    return account.orElseThrow();
  }

  private static String key(String name) {
    return AccountName.looks(cut(name)).iterator().next();
  }

  private static String cut(String name) {
    return name.substring(0, Math.min(name.length(), 2 * AccountName.LONGEST));
  }

  /** By which it is known that a person has signed in with a browser before. */
  private static String browserKey(String known, String person) {
    return Secret.hash(Secret.hash(person) + known);
  }

  /** The password of somebody who is signed in, whom nobody else can keep out. */
  private void requireOwnPassword(String name, String password, UserAgent browser) {
    requirePassword(name, password, browser, new Use("signed in " + key(name), ADDRESS));
  }

  /**
   * Signs the person at the machine in.
   *
   * @throws AccountRefusedException if it is not the token of this server
   */
  public NewSession signInAtMachine(String token, UserAgent browser) {
    Person person =
        ofToken(token)
            .filter(each -> !each.hasAccount())
            .orElseThrow(() -> new AccountRefusedException(Reason.TOKEN_OVER));
    AUDIT.info("{} signed in at the machine", person.name());
    return begin(person.name(), now(), true, true, browser);
  }

  /**
   * Whose invitation that is.
   *
   * @throws AccountRefusedException if it has been used or has expired
   */
  public String invited(String secret) {
    return invited(accounts.accounts(), secret).name();
  }

  private Account invited(Accounts all, String secret) {
    requirePasswords();
    return all.ofInvitation(Secret.hash(secret), now())
        .filter(Account::isOpen)
        .orElseThrow(() -> new AccountRefusedException(Reason.INVITATION_OVER));
  }

  /**
   * Takes an invitation up with a password, and signs in.
   *
   * @throws AccountRefusedException if it has been used or has expired, or for the password
   */
  public NewSession accept(String secret, String password, UserAgent browser) {
    String name = invited(secret);
    String hash = hashed(name, password);
    change(all -> all.with(invited(all, secret).withPassword(hash, now())));
    AUDIT.info("{} took up an invitation from {}", name, browser.address());
    requireEnough(account(name));
    return begin(account(name), false, browser);
  }

  /**
   * Chooses another password; all sessions end but the new one.
   *
   * @throws AccountRefusedException if the old password is wrong, or for the new one
   * @throws TooManyAttemptsException if there were too many attempts
   */
  public NewSession changePassword(String name, String old, String password, UserAgent browser) {
    requirePasswords();
    requireOwnPassword(name, old, browser);
    String hash = hashed(name, password);
    change(all -> all.with(account(all, name).withPassword(hash, now())));
    AUDIT.info("{} changed the password from {}", name, browser.address());
    return begin(account(name), false, browser);
  }

  private String hashed(String name, String password) {
    int length = password.codePointCount(0, password.length());
    if (length < Passwords.SHORTEST) {
      throw new AccountRefusedException(Reason.PASSWORD_SHORT, Passwords.SHORTEST);
    }
    if (password.length() > Passwords.LONGEST) {
      throw new AccountRefusedException(Reason.PASSWORD_LONG, Passwords.LONGEST);
    }
    var names = new ArrayList<>(archiveNames);
    names.add(name);
    if (Passwords.isGuessable(password, names)) {
      throw new AccountRefusedException(Reason.PASSWORD_GUESSABLE);
    }
    return passwords.hash(password);
  }

  private NewSession begin(Account account, boolean stays, UserAgent browser) {
    return begin(account.name(), account.sessionsFrom(), stays, false, browser);
  }

  /**
   * @param notBefore should the clock have been set back since
   */
  private NewSession begin(
      String name, Instant notBefore, boolean stays, boolean ofMachine, UserAgent browser) {
    Duration lasts = stays ? KEPT_SESSION : SHORT_SESSION;
    Instant now = now().isBefore(notBefore) ? notBefore : now();
    String value = Secret.create();
    String hash = Secret.hash(value);
    Instant until = now.plus(lasts);
    sessions.put(
        new Session(Secret.id(), hash, name, ofMachine, now, now, until, browser.device()));
    String known = browser.known().isEmpty() ? Secret.create() : browser.known();
    sessions.use(browserKey(known, key(name)), now);
    return new NewSession(value, name, stays ? lasts : Duration.ZERO, known);
  }

  /** Who is signed in, and when people and tokens were here last. */
  public SessionStore sessions() {
    return sessions;
  }

  /** Ends a person's session of that id. */
  public void endSession(String name, String id) {
    sessions.end(session -> session.name().equals(name) && session.id().equals(id));
  }

  /** All accounts, in the order in which they were made. */
  public List<Account> accounts() {
    return accounts.accounts().all();
  }

  /** The account of exactly that name, in any case. */
  public Optional<Account> find(String name) {
    return accounts.accounts().named(name);
  }

  /**
   * Makes an account and invites its owner.
   *
   * @return the secret of the invitation, for the link
   * @throws NameRefusedException if it is no name
   * @throws AccountRefusedException if the name is taken, or looks like one that is
   */
  public String add(String name, Role role) {
    return add(name, role, "");
  }

  /**
   * The same with the address to which mail for them goes.
   *
   * @throws AccountRefusedException also if it is neither blank nor a mail address
   */
  public String add(String name, Role role, String email) {
    String checked = AccountName.check(name);
    String address = checkedEmail(email);
    String secret = Secret.create();
    var invitation = new Invitation(Secret.hash(secret), now().plus(Invitation.LASTS));
    change(all -> all.with(newAccount(all, checked, role, address).invitedBy(invitation)));
    return secret;
  }

  /**
   * Invites a person again, who may have forgotten the password or lost a passkey; the old password
   * works until then, and no passkey is needed.
   *
   * @return the secret of the invitation, for the link
   * @throws AccountRefusedException if there is no such account
   */
  public String invite(String name) {
    String secret = Secret.create();
    var invitation = new Invitation(Secret.hash(secret), now().plus(Invitation.LASTS));
    update(
        name,
        account ->
            account.opened().invitedBy(invitation).with(account.preferences().passkeyOnly(false)));
    return secret;
  }

  /**
   * Counts a question for a new password.
   *
   * @throws TooManyAttemptsException if there were too many from there
   */
  public void requestPasswordReset(UserAgent browser) {
    requirePasswords();
    long wait = limiter.take(new Use("password reset " + browser.network(), ADDRESS));
    if (wait > 0) {
      throw new TooManyAttemptsException(wait);
    }
  }

  /**
   * Invites those of that name or address who can be reached to choose another password; the old
   * one works until then. Whoever is asked for often is passed over for a while.
   *
   * @param reach is given each of them, and the secret of the invitation for the link
   */
  public void sendPasswordResets(String nameOrEmail, BiConsumer<Account, String> reach) {
    for (Account each : accounts.accounts().ofNameOrEmail(nameOrEmail)) {
      String key = "password reset of " + key(each.name());
      if (each.isOpen() && !each.email().isEmpty() && limiter.take(new Use(key, RESETS)) == 0) {
        String secret = Secret.create();
        Instant until = now().plus(each.isUnused() ? Invitation.LASTS : Invitation.LASTS_FOR_RESET);
        update(
            each.name(), account -> account.invitedBy(new Invitation(Secret.hash(secret), until)));
        AUDIT.info("{} is sent a link for a new password", each.name());
        reach.accept(each, secret);
      }
    }
  }

  /** Takes an invitation back; an account that was never used goes with it. */
  public void withdraw(String name) {
    change(
        all -> {
          Account account = account(all, name);
          return account.isUnused()
              ? all.without(account.name())
              : all.with(account.invitedBy(null));
        });
  }

  /** Gives a person another role. */
  public void changeRole(String name, Role role) {
    update(name, account -> account.as(role));
  }

  /**
   * Says under which mail address a person's work stands in git, and where mail goes.
   *
   * @param email blank for none
   * @throws AccountRefusedException if it is no mail address
   */
  public void changeEmail(String name, String email) {
    String address = checkedEmail(email);
    update(name, account -> account.withEmail(address));
  }

  private static String checkedEmail(String email) {
    String address = email.strip();
    if (!address.isEmpty() && !EMAIL.matcher(address).matches()) {
      throw new AccountRefusedException(Reason.NO_EMAIL, address);
    }
    return address;
  }

  /**
   * Asks for another address of one's own, which holds from {@link #confirmEmail} on.
   *
   * @param password not looked at where nobody has one
   * @return the secret for the link that is sent there
   * @throws AccountRefusedException if the password is wrong, or it is no mail address
   * @throws TooManyAttemptsException if there were too many attempts
   */
  public String askForEmail(String name, String password, String email, UserAgent browser) {
    String address = checkedEmail(email);
    if (takesPasswords) {
      requireOwnPassword(name, password, browser);
    }
    String secret = Secret.create();
    newAddresses.put(name, new NewAddress(Secret.hash(secret), address));
    return secret;
  }

  /**
   * Takes the address to which the secret was sent.
   *
   * @throws AccountRefusedException if that was another, or before the server was started
   */
  public void confirmEmail(String name, String secret) {
    NewAddress asked = newAddresses.get(name);
    if (asked == null || !asked.hash().equals(Secret.hash(secret))) {
      throw new AccountRefusedException(Reason.EMAIL_OVER);
    }
    changeEmail(name, asked.email());
    newAddresses.remove(name);
    AUDIT.info("{} has another mail address", name);
  }

  private record NewAddress(String hash, String email) {}

  /** Whether mail to a person goes to that address, or will once they have confirmed it. */
  public boolean isReachedAt(String name, String email) {
    NewAddress asked = newAddresses.get(name);
    boolean isAsked = asked != null && asked.email().equals(email);
    return open(name).filter(account -> isAsked || account.email().equals(email)).isPresent();
  }

  /**
   * Says how often a person is sent what waits for them.
   *
   * @param every null for never
   * @param lang of that mail
   */
  public void changeDigest(String name, Digest.@Nullable Every every, String lang) {
    update(
        name,
        account -> {
          Digest before = account.preferences().digest(); // whose mails may still be ended
          String secret = before == null ? Secret.create() : before.unsubscribeSecret();
          return account.with(
              account.preferences().with(every == null ? null : new Digest(every, lang, secret)));
        });
  }

  /** Ends the digest that has that secret in its link, if there is one. */
  public void unsubscribe(String secret) {
    for (Account each : accounts()) {
      Digest digest = each.preferences().digest();
      if (digest != null && digest.unsubscribeSecret().equals(secret)) {
        changeDigest(each.name(), null, "");
      }
    }
  }

  /** Closes an account: sessions, invitations and tokens end at once; what was written stays. */
  public void disable(String name) {
    update(name, account -> account.closed(now()));
    String written = account(name).name();
    sessions.end(session -> session.name().equals(written));
  }

  /** Opens it again. */
  public void enable(String name) {
    update(name, Account::opened);
  }

  /**
   * Makes a token for a program that acts for somebody who is signed in with a browser.
   *
   * @param password that of the owner; not looked at where nobody has one
   * @return the token, which is kept nowhere
   * @throws AccountRefusedException if the password is wrong, or a program asks
   * @throws TooManyAttemptsException if there were too many attempts
   */
  public String makeToken(
      Person owner, String password, String label, Duration lasts, UserAgent browser) {
    if (owner.byToken()) {
      throw new AccountRefusedException(Reason.NOT_BY_TOKEN);
    }
    if (takesPasswords) {
      requireOwnPassword(owner.name(), password, browser);
    }
    return addToken(owner.name(), label, lasts);
  }

  /**
   * Makes a token for a program that acts for that person.
   *
   * @return the token, which is kept nowhere
   */
  public String addToken(String name, String label, Duration lasts) {
    String token = TOKEN_PREFIX + Secret.create();
    String id = Secret.id();
    var made = new AccessToken(id, label(label, id), Secret.hash(token), now(), now().plus(lasts));
    update(name, account -> account.with(made));
    return token;
  }

  private static String label(String typed, String other) {
    String label = typed.isBlank() ? other : typed.strip().replaceAll("\\p{Cntrl}", " ");
    return label.substring(0, Math.min(label.length(), AccountName.LONGEST));
  }

  /** Ends a person's token of that id. */
  public void endToken(String name, String id) {
    update(
        name,
        account ->
            account.withTokens(
                account.tokens().stream().filter(token -> !token.id().equals(id)).toList()));
  }

  /** Ends all tokens of a person. */
  public void endTokens(String name) {
    update(name, account -> account.withTokens(List.of()));
  }

  /** With which programs act for a person. */
  public List<AccessToken> tokens(String name) {
    return find(name).map(Account::tokens).orElse(List.of());
  }

  private void update(String name, UnaryOperator<Account> update) {
    change(
        all -> {
          Account before = account(all, name);
          Accounts after = all.with(update.apply(before));
          if (locksOut(all, after)) {
            throw new AccountRefusedException(Reason.LAST_KEEPER, before.name());
          }
          return after;
        });
  }

  /** Whether no keeper is left. */
  private static boolean locksOut(Accounts before, Accounts after) {
    return hasKeeper(before) && !hasKeeper(after);
  }

  private static boolean hasKeeper(Accounts accounts) {
    return accounts.all().stream()
        .anyMatch(account -> account.isOpen() && account.role() == Role.KEEPER);
  }

  private Account account(String name) {
    return account(accounts.accounts(), name);
  }

  private static Account account(Accounts all, String name) {
    return all.named(name)
        .orElseThrow(() -> new AccountRefusedException(Reason.UNKNOWN, name.strip()));
  }

  private void change(UnaryOperator<Accounts> change) {
    try {
      accounts.change(change);
    } catch (MalformedAccountsException e) {
      throw new AccountRefusedException(Reason.UNREADABLE, String.valueOf(e.getMessage()));
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** The name of the account that a reader would take that name for. */
  public Optional<String> accountLike(String name) {
    return accounts.accounts().like(name).map(Account::name);
  }
}
