package egate.simulator.board;

import egate.simulator.lines.BoardWord;
import egate.simulator.lines.HostWord;
import egate.simulator.lines.WordChannel;
import java.io.IOException;
import java.nio.channels.SocketChannel;

/** One connected host, such as the daemon. */
final class Host {
  /** What the board does with a host. */
  interface Words {
    void heard(Host host, HostWord word);

    void left(Host host);
  }

  private final WordChannel channel;

  Host(SocketChannel socket) {
    this.channel = new WordChannel(socket);
  }

  /** Serves until the host ends or says something that is no word. */
  void serve(Words board) {
    try {
      channel.readAll(word -> board.heard(this, HostWord.of(word)));
    } catch (IOException e) {
      // A host that is gone and one that talks nonsense are treated alike: its lines are freed.
    } finally {
      board.left(this);
      close();
    }
  }

  void say(BoardWord word) {
    try {
      channel.write(word.text());
    } catch (IOException e) {
      close();
    }
  }

  void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // Closed either way.
    }
  }
}
