package jingtu.vocabulary;

/** What was sampled. */
public enum Medium {
  SOIL,
  IRRIGATION_WATER,
  GROUNDWATER,
  FOOD
}
