import type { DepartmentPlan } from '../demo-plan.js';

/** What is used under the open sky. */
export const outdoorDepartments: readonly DepartmentPlan[] = [
  {
    name: 'Garden',
    brands: ['Greenstave', 'Terra & Tool', 'Potting Shed Co', 'Rainbarrel'],
    shelves: [
      {
        name: 'Garden Tools',
        things: {
          Trowel: ['Carbon Steel', 'Bronze'],
          Secateurs: ['Carbon Steel', 'Stainless Steel'],
          'Garden Fork': ['Stainless Steel', 'Carbon Steel'],
          Spade: ['Carbon Steel', 'Stainless Steel'],
          Hoe: ['Bronze', 'Carbon Steel'],
        },
        purposes: ['heavy soil', 'the first warm weekend', 'raised beds'],
        euros: [12, 95],
        grams: [180, 2400],
        variants: 'NONE',
      },
      {
        name: 'Planters',
        things: {
          Planter: ['Terracotta', 'Fibre Clay', 'Zinc'],
          'Hanging Pot': ['Terracotta', 'Recycled Plastic'],
          'Window Box': ['Zinc', 'Cedar'],
          'Seed Tray': ['Recycled Plastic', 'Bamboo'],
          'Watering Can': ['Zinc', 'Recycled Steel'],
        },
        purposes: ['herbs by the door', 'a north-facing balcony', 'tomatoes'],
        euros: [8, 130],
        grams: [300, 8200],
        variants: 'FORMAT',
      },
      {
        name: 'Outdoor Living',
        things: {
          'Deck Chair': ['Teak', 'Acacia'],
          'Fire Bowl': ['Corten Steel', 'Cast Iron'],
          Hammock: ['Recycled Cotton', 'Organic Cotton'],
          Parasol: ['Acacia', 'Aluminium'],
          'Picnic Blanket': ['Recycled Cotton', 'Lambswool'],
        },
        purposes: ['long light evenings', 'the far end of the lawn', 'doing nothing'],
        euros: [29, 390],
        grams: [900, 18000],
        variants: 'COLOUR',
      },
    ],
  },
  {
    name: 'Sport',
    brands: ['Ascend', 'Velofolk', 'Tidewater', 'Pacer', 'Stillpoint'],
    shelves: [
      {
        name: 'Cycling',
        things: {
          'Bicycle Helmet': ['Recycled Foam', 'Polycarbonate'],
          'Bicycle Bell': ['Brass', 'Aluminium'],
          Pannier: ['Ripstop Polyester', 'Waxed Canvas'],
          'Floor Pump': ['Steel', 'Aluminium'],
          'Bicycle Light': ['Aluminium', 'Recycled Plastic'],
        },
        purposes: ['the school run', 'rainy commutes', 'gravel'],
        euros: [9, 180],
        grams: [80, 1700],
        variants: 'COLOUR',
      },
      {
        name: 'Yoga and Fitness',
        things: {
          'Yoga Mat': ['Natural Rubber', 'Cork'],
          Kettlebell: ['Cast Iron', 'Recycled Iron'],
          'Foam Roller': ['Recycled Foam', 'Cork'],
          'Skipping Rope': ['Beech', 'Jute'],
          'Resistance Band': ['Natural Rubber', 'Recycled Cotton'],
        },
        purposes: ['small rooms', 'stiff backs', 'ten quiet minutes'],
        euros: [8, 110],
        grams: [120, 16000],
        variants: 'FORMAT',
        hasColour: true,
      },
      {
        name: 'Camping',
        things: {
          Tent: ['Ripstop Polyester', 'Recycled Nylon'],
          'Sleeping Bag': ['Down', 'Recycled Nylon'],
          'Camping Stove': ['Titanium', 'Stainless Steel'],
          'Head Torch': ['Aluminium', 'Recycled Plastic'],
          'Camping Mat': ['Recycled Foam', 'Recycled Nylon'],
        },
        purposes: ['three seasons', 'nights above the trees', 'people who carry everything themselves'],
        euros: [19, 620],
        grams: [90, 4600],
        variants: 'NONE',
      },
      {
        name: 'Swimming',
        things: {
          'Swim Goggles': ['Silicone', 'Polycarbonate'],
          'Swim Towel': ['Organic Cotton', 'Recycled Polyester'],
          Kickboard: ['Recycled Foam', 'Cork'],
          'Dry Bag': ['Ripstop Polyester', 'Recycled Nylon'],
          'Swim Cap': ['Silicone', 'Recycled Polyester'],
        },
        purposes: ['early lanes', 'cold lakes', 'the first lesson'],
        euros: [7, 65],
        grams: [50, 700],
        variants: 'COLOUR',
      },
    ],
  },
];
