/**
 * One-time links (填报链接): an organisation reports in one round-up without signing in. Whoever keeps
 * the round-up makes a link for one organisation; whoever opens it sees and writes that
 * organisation's lines of that round-up, and nothing else. A link is no session and no account: its
 * token comes with each request and is worth nothing at any other address.
 *
 * <p>“One-time” means that it is handed in once, as a whole. Until then each report is stored as it
 * is written, like one from the form, and may be put right until it is accepted. Once it is handed
 * in it writes nothing more, and shows until its last day what was handed in. What is returned
 * afterwards is said anew by a further link.
 */
@NullMarked
package jingtu.server.duty.round.link;

import org.jspecify.annotations.NullMarked;
