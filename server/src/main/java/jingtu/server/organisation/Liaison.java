package jingtu.server.organisation;

/**
 * A person through whom an organisation is reached.
 *
 * @param post what the person is there; may be empty
 * @param telephone as people write it; may be empty
 */
public record Liaison(String name, String post, String telephone) {

  public Liaison {
    name = name.strip();
    post = post.strip();
    telephone = telephone.strip();
  }
}
