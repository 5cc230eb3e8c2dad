package jingtu.server.duty.home;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.duty.Light;

/**
 * A duty as homes list it.
 *
 * @param organisation in whose list it stands; absent for a name that the directory does not have
 * @param day the first on which it is due that nothing said has settled; absent where there is none
 */
public record DueDuty(
    UUID duty,
    Optional<UUID> organisation,
    String name,
    String sentence,
    Light light,
    Optional<LocalDate> day) {}
