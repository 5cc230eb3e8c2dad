package jingtu.assessment;

/**
 * The class of water that a content falls into: the best one whose limit it keeps (GB/T 14848-2017;
 * where two classes have the same limit, the better one).
 *
 * @param key as the edition's categories name it
 * @param atWorst whether it may be a better one: the detection limit lies above the limits of
 *     better classes
 */
public record ContentClass(String key, boolean atWorst) {}
