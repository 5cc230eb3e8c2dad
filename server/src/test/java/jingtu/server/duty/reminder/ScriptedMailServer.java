package jingtu.server.duty.reminder;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A mail server that answers as a test wants it to, and counts what it was given. */
final class ScriptedMailServer implements AutoCloseable {

  /** How it answers. */
  enum Manner {
    TAKES,
    /** There is no such mailbox. */
    REFUSES,
    /** Not now. */
    IS_BUSY,
    /** Ends the connection before a word is said. */
    HANGS_UP,
    /** Takes the whole mail, and never says so. */
    FALLS_SILENT
  }

  private final ServerSocket socket;
  private final List<String> mails = new CopyOnWriteArrayList<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<Socket> silent = new CopyOnWriteArrayList<>();
  private final CountDownLatch firstMail = new CountDownLatch(1);
  private volatile Manner manner = Manner.TAKES;

  ScriptedMailServer() {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::listen);
  }

  int port() {
    return socket.getLocalPort();
  }

  void answer(Manner now) {
    manner = now;
  }

  /** What came in whole, whether or not it was said so. */
  List<String> mails() {
    return mails;
  }

  /** Every mailbox that was asked for. */
  List<String> asked() {
    return asked;
  }

  /** Returns once a first mail came in whole. */
  void awaitMail() throws InterruptedException {
    firstMail.await();
  }

  private void listen() {
    while (!socket.isClosed()) {
      try {
        Socket one = socket.accept();
        Thread.ofVirtual().start(() -> talk(one));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void talk(Socket one) {
    try {
      if (manner == Manner.HANGS_UP) {
        one.close();
        return;
      }
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(one.getInputStream(), StandardCharsets.UTF_8));
      say(one, "220 here");
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!answer(one, lines, line)) {
          return;
        }
      }
    } catch (IOException gone) {
      // The other side went away.
    }
  }

  private boolean answer(Socket one, BufferedReader lines, String line) throws IOException {
    String word = line.length() < 4 ? line : line.substring(0, 4);
    switch (word) {
      case "RCPT" -> {
        asked.add(line);
        say(
            one,
            switch (manner) {
              case REFUSES -> "550 5.1.1 no such mailbox";
              case IS_BUSY -> "451 4.3.0 come back later";
              default -> "250 OK";
            });
      }
      case "DATA" -> {
        say(one, "354 go on");
        mails.add(mail(lines));
        firstMail.countDown();
        if (manner == Manner.FALLS_SILENT) {
          silent.add(one);
          return false;
        }
        say(one, "250 OK");
      }
      case "QUIT" -> {
        say(one, "221 bye");
        one.close();
        return false;
      }
      default -> say(one, "250 OK");
    }
    return true;
  }

  private static String mail(BufferedReader lines) throws IOException {
    StringBuilder mail = new StringBuilder();
    for (String line = lines.readLine();
        line != null && !line.equals(".");
        line = lines.readLine()) {
      mail.append(line).append('\n');
    }
    return mail.toString();
  }

  private static void say(Socket one, String line) throws IOException {
    one.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    one.getOutputStream().flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
    for (Socket one : silent) {
      one.close();
    }
  }
}
