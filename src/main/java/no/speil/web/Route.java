package no.speil.web;

import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.POST;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.function.Function;
import no.speil.corpus.Role;
import no.speil.web.http.AdmissionControl.Cost;

/**
 * One address; {@code {name}} stands for one segment of the path and {@code <name>} for many.
 *
 * @param role that it takes; a reader's by default
 * @param signedIn whether it takes somebody who is signed in, in any role
 * @param toStrangers whether an archive for some only answers to those who have not signed in yet
 * @param cost of an answer; light by default
 * @param whole whether the answer is about the whole archive, so that it waits until all of it is
 *     read
 */
record Route(
    HandlerType method,
    String path,
    Handler handler,
    Role role,
    boolean signedIn,
    boolean toStrangers,
    Function<Context, Cost> cost,
    boolean whole,
    boolean uploads) {
  Route(HandlerType method, String path, Handler handler) {
    this(method, path, handler, Role.READER, false, false, context -> Cost.LIGHT, false, false);
  }

  static Route get(String path, Handler handler) {
    return new Route(GET, path, handler);
  }

  static Route post(String path, Handler handler) {
    return new Route(POST, path, handler);
  }

  Route costing(Cost always) {
    return costing(context -> always);
  }

  Route costing(Function<Context, Cost> cost) {
    return new Route(method, path, handler, role, signedIn, toStrangers, cost, whole, uploads);
  }

  Route ofAll() {
    return new Route(method, path, handler, role, signedIn, toStrangers, cost, true, uploads);
  }

  Route by(Role role) {
    return new Route(method, path, handler, role, signedIn, toStrangers, cost, whole, uploads);
  }

  Route bySomebody() {
    return new Route(method, path, handler, role, true, toStrangers, cost, whole, uploads);
  }

  Route beforeSignIn() {
    return new Route(method, path, handler, role, signedIn, true, cost, whole, uploads);
  }

  Route uploading() {
    return new Route(method, path, handler, role, signedIn, toStrangers, cost, whole, true);
  }
}
