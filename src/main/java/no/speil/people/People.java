package no.speil.people;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import no.speil.archive.PrivateFile;
import no.speil.corpus.Problem;
import no.speil.corpus.Role;
import no.speil.people.AccountRefusedException.Reason;
import no.speil.people.Accounts.MalformedAccountsException;

/**
 * Signs people in and tells who they are. Without accounts that is one person, who holds the token
 * of the machine; with accounts, everybody who has one. Thread-safe.
 */
public final class People {
  /** The file of the accounts, below the root. */
  public static final String ACCOUNTS = "accounts.json";

  private static final Duration LONG = Duration.ofDays(30);
  private static final Duration SHORT = Duration.ofHours(12);
  private static final String TOKEN_PREFIX = "speil_";

  private final AccountStore accounts;
  private final SessionStore sessions;
  private final PrivateFile tokenFile;
  private final String machineToken;
  private final String keeper;
  private final Clock clock;
  private final boolean takesPasswords;
  private final Passwords passwords = new Passwords();
  private final SignInLimiter limiter = new SignInLimiter(System::nanoTime);

  private People(
      Path root, String keeper, Clock clock, String machineToken, boolean takesPasswords) {
    this.accounts = new AccountStore(new PrivateFile(root, ACCOUNTS));
    this.sessions = new SessionStore(new PrivateFile(root, ".speil/sessions.json"));
    this.tokenFile = new PrivateFile(root, ".speil/token");
    this.keeper = keeper;
    this.clock = clock;
    this.machineToken = machineToken;
    this.takesPasswords = takesPasswords;
  }

  /**
   * The people of an archive that is served for writing. Where nobody has an account, makes the
   * token of the machine and writes it to {@code .speil/token}.
   *
   * @param root the folder that holds {@code archive/}
   * @param keeper the name of the person at the machine
   * @param takesPasswords false where something else says who has an account
   */
  public static People serving(Path root, String keeper, Clock clock, boolean takesPasswords) {
    var people =
        new People(root, AccountName.check(keeper), clock, Secret.create(), takesPasswords);
    if (people.hasAccounts()) {
      people.tokenFile.delete();
    } else {
      people.tokenFile.write(people.machineToken + "\n");
    }
    return people;
  }

  /** The people of an archive, for a command that runs beside its server. */
  public static People of(Path root, Clock clock) {
    return new People(root, "keeper", clock, "", true);
  }

  /** Whether people sign in with accounts; else the person at the machine writes alone. */
  public boolean hasAccounts() {
    return accounts.isUsed();
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

  /** The token of the person at the machine; empty where there are accounts. */
  public Optional<String> machineToken() {
    return hasAccounts() || machineToken.isEmpty() ? Optional.empty() : Optional.of(machineToken);
  }

  /** The name of the person at the machine. */
  public String keeper() {
    return keeper;
  }

  /** Tells this archive's cookies from those of others on the same host. */
  public String cookieSuffix() {
    return sessions.cookieSuffix();
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
      return hasAccounts()
          ? Optional.empty()
          : Optional.of(new Person(session.name(), Role.KEEPER, session, false));
    }
    return open(session.name())
        .filter(account -> takesPasswords && !session.began().isBefore(account.sessionsFrom()))
        .map(account -> new Person(account.name(), account.role(), session, true));
  }

  /** Which person a program acts for that sends that token. */
  public Optional<Person> ofToken(String token) {
    if (machineToken().isPresent() && Secret.hash(token).equals(Secret.hash(machineToken))) {
      return Optional.of(new Person(keeper, Role.KEEPER, null, false));
    }
    return accounts
        .accounts()
        .ofToken(Secret.hash(token))
        .filter(Account::isOpen)
        .map(account -> new Person(account.name(), account.role(), null, true));
  }

  /** The person whom a proxy has signed in under that name. */
  public Optional<Person> ofProxy(String name) {
    return open(name).map(account -> new Person(account.name(), account.role(), null, true));
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
  public NewSession signIn(String name, String password, boolean stays, String device) {
    requirePasswords();
    limiter.attempt(name);
    Optional<Account> account = open(name);
    if (!passwords.matches(password, account.map(Account::password).orElse(""))) {
      throw new AccountRefusedException(Reason.WRONG);
    }
    limiter.succeeded(name);
    return begin(account.orElseThrow(), stays, device);
  }

  /**
   * Signs the person at the machine in.
   *
   * @throws AccountRefusedException if it is not the token of this server
   */
  public NewSession signInAtMachine(String token, String device) {
    Person person =
        ofToken(token)
            .filter(each -> !each.hasAccount())
            .orElseThrow(() -> new AccountRefusedException(Reason.TOKEN_OVER));
    return begin(person.name(), true, now(), LONG, device);
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
    return all.ofInvitation(Secret.hash(secret))
        .filter(Account::isOpen)
        .filter(
            account -> {
              Invitation invitation = account.invitation();
              return invitation != null && invitation.isOpen(now());
            })
        .orElseThrow(() -> new AccountRefusedException(Reason.INVITATION_OVER));
  }

  /**
   * Takes an invitation up with a password, and signs in.
   *
   * @throws AccountRefusedException if it has been used or has expired, or for the password
   */
  public NewSession accept(String secret, String password, String device) {
    String name = invited(secret);
    String hash = hashed(password);
    change(all -> all.with(invited(all, secret).withPassword(hash, now())));
    return begin(account(name), false, device);
  }

  /**
   * Chooses another password; all sessions end but the new one.
   *
   * @throws AccountRefusedException if the old password is wrong, or for the new one
   * @throws TooManyAttemptsException if there were too many attempts
   */
  public NewSession changePassword(String name, String old, String password, String device) {
    requirePasswords();
    limiter.attempt(name);
    if (!passwords.matches(old, account(name).password())) {
      throw new AccountRefusedException(Reason.WRONG);
    }
    limiter.succeeded(name);
    String hash = hashed(password);
    change(all -> all.with(account(all, name).withPassword(hash, now())));
    return begin(account(name), false, device);
  }

  private String hashed(String password) {
    int length = password.codePointCount(0, password.length());
    if (length < Passwords.SHORTEST) {
      throw new AccountRefusedException(Reason.PASSWORD_SHORT, Passwords.SHORTEST);
    }
    if (password.length() > Passwords.LONGEST) {
      throw new AccountRefusedException(Reason.PASSWORD_LONG, Passwords.LONGEST);
    }
    return passwords.hash(password);
  }

  private NewSession begin(Account account, boolean stays, String device) {
    return begin(account.name(), stays, account.sessionsFrom(), stays ? LONG : SHORT, device);
  }

  /**
   * @param notBefore should the clock have been set back since
   */
  private NewSession begin(
      String name, boolean stays, Instant notBefore, Duration lasts, String device) {
    Instant now = now().isBefore(notBefore) ? notBefore : now();
    String value = Secret.create();
    boolean ofMachine = !hasAccounts();
    sessions.put(
        new Session(
            Secret.id(), Secret.hash(value), name, ofMachine, now, now, now.plus(lasts), device));
    return new NewSession(value, name, stays ? lasts : Duration.ZERO);
  }

  /** A person's sessions, those used last first. */
  public List<Session> sessions(String name) {
    return sessions.of(name);
  }

  /** Ends a person's session of that id. */
  public void endSession(String name, String id) {
    sessions.end(session -> session.name().equals(name) && session.id().equals(id));
  }

  /** When that person was here last, to the hour. */
  public Optional<Instant> seen(String name) {
    return sessions.seen(name);
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
    String checked = AccountName.check(name);
    String secret = Secret.create();
    Instant now = now();
    change(
        all -> {
          all.like(checked)
              .ifPresent(
                  other -> {
                    boolean isSame = other.name().equalsIgnoreCase(checked);
                    throw new AccountRefusedException(
                        isSame ? Reason.NAME_TAKEN : Reason.LOOKS_LIKE, other.name());
                  });
          if (all.isEmpty() && role != Role.KEEPER) {
            throw new AccountRefusedException(Reason.FIRST_KEEPER);
          }
          return all.with(
              new Account(checked, role, "", now, null, invitation(secret, now), List.of()));
        });
    return secret;
  }

  /**
   * Invites a person again, who may have forgotten the password; the old one works until then.
   *
   * @return the secret of the invitation, for the link
   * @throws AccountRefusedException if there is no such account
   */
  public String invite(String name) {
    String secret = Secret.create();
    update(name, account -> account.opened().invitedBy(invitation(secret, now())));
    return secret;
  }

  private static Invitation invitation(String secret, Instant now) {
    return new Invitation(Secret.hash(secret), now.plus(Invitation.LASTS));
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
   * Makes a token for a program that acts for that person.
   *
   * @return the token, which is kept nowhere
   */
  public String addToken(String name, String label) {
    String token = TOKEN_PREFIX + Secret.create();
    String kept = label.strip().replaceAll("\\p{Cntrl}", " ");
    var made =
        new AccessToken(
            Secret.id(),
            kept.substring(0, Math.min(kept.length(), AccountName.LONGEST)),
            Secret.hash(token),
            now());
    update(name, account -> account.with(made));
    return token;
  }

  /** Ends a person's token of that id. */
  public void endToken(String name, String id) {
    update(name, account -> account.withoutToken(id));
  }

  private void update(String name, UnaryOperator<Account> update) {
    change(
        all -> {
          Account before = account(all, name);
          Accounts after = all.with(update.apply(before));
          requireKeeper(all, after, before.name());
          return after;
        });
  }

  /** Nobody locks everybody out. */
  private static void requireKeeper(Accounts before, Accounts after, String name) {
    if (hasKeeper(before) && !hasKeeper(after)) {
      throw new AccountRefusedException(Reason.LAST_KEEPER, name);
    }
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
