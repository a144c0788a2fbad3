/** How the other end of a call is proven, for people. */
export const trust = {
  patient: 'Your two words: {{first}} · {{second}}. The doctor sees the same ones.',
  staff: '{{first}} · {{second}}',
  purpose: {
    assistant: 'Link proven: the doctor sees the same words.',
    physician: 'Link proven: the cabin shows the same words.',
  },
  /** 256, in the order of the other language: both ends say the same thing by the same number. */
  words:
    'bee lamb eagle duck deer horse owl cicada stork rooster raven crab swan dolphin squirrel snail ' +
    'falcon flamingo ant giraffe frog hamster hedgehog swallow kangaroo koala rabbit lizard lion otter ' +
    'lynx marmot blackbird sparrow sheep bear panda butterfly parrot seal pigeon penguin pony foal fox ' +
    'salmon tiger turtle trout zebra camel ostrich jellyfish toucan tree bamboo banana basil birch cocoa ' +
    'cherry chestnut oak chocolate lemon cotton pancake spinach maple flour fig flower forest strawberry ' +
    'raspberry cheese cake waffle grass jasmine kiwi lettuce laurel lavender lilac corn mango melon mint ' +
    'honey moss lily blueberry hazelnut walnut olive orange barley orchid palm parsley pepper apple plum ' +
    'radish grape rose salad willow soup sugar tomato clover tulip vanilla yogurt pineapple apricot ' +
    'sunflower poppy daisy tangerine dawn breeze waterfall hill comet coral desert diamond dune star ' +
    'cliff galaxy pebble glacier garden lagoon mountain snow cloud ocean planet beach rain meadow river ' +
    'rock ruby brook sun thunder wave valley orchard volcano silver copper crystal magnet bulb anchor ' +
    'slate wardrobe swing ball rowboat candle bottle compass brick brush desk hut gift calendar truck ' +
    'sofa canoe notebook cap belt chair chimney shirt cinema scissors keyboard key chest necklace cushion ' +
    'pencil spoon domino flag ladder school scarf envelope sponge stairs shelf armchair window farm ' +
    'string flute rocket garage guitar hammock harp propeller clock igloo newspaper binoculars kayak wool ' +
    'lantern letter glasses coat market mirror watch engine tablecloth ship basket umbrella shovel comb ' +
    'lighthouse piano paintbrush door puzzle ribbon whistle pen stool drum carpet teapot stamp roof ' +
    'tractor trumpet tunnel vase bicycle violin sailboat village',
};
