import type { HidingCode } from "#domain/moderation/codes.ts";
import { type Ago, ago } from "./demo-letter.ts";

export interface DemoComment {
  author: string;
  at: Ago;
  body: string;
  /** Which prompt of a solicitation it answers. */
  prompt?: number;
  /** Spoken under the plate of the stream's leader or office. */
  official?: boolean;
  replies?: Omit<DemoComment, "replies" | "prompt">[];
  /** A moderator turned it into a letter; its author has not consented yet. */
  becomes?: { mailbox: string; title: string; kind: "complaint" | "help"; region: string; place: string; at: Ago };
  hidden?: { code: HidingCode; at: Ago };
}

export interface DemoPost {
  leader?: string;
  office: string;
  kind: "announcement" | "solicitation" | "broadcast";
  voice: "self" | "office";
  /** On top of its stream; a broadcast on top of the home page too. */
  pinned?: boolean;
  at: Ago;
  body: string;
  prompts?: string[];
  comments: DemoComment[];
}

/** Invented for the demonstration and marked 演示. Votes are cast by the same demonstration accounts. */
export const demoPosts: DemoPost[] = [
  {
    leader: "shizhang",
    office: "shifu",
    kind: "solicitation",
    voice: "self",
    at: ago(3, "09:10"),
    body: "冬天到了，市区要排一批民生小事：修路灯、补人行道、通下水。请大家说说，你家门口最该先修的是哪一处？写清楚路名和门牌，能马上办的马上办。",
    prompts: ["最该先修的一处", "修好以后怎么不再坏"],
    comments: [
      {
        author: "演示网友乙",
        at: ago(3, "09:32"),
        prompt: 0,
        body: "中山路小学后门那段人行道，砖全翘起来了，下雨一踩一身泥，每天几百个孩子走。",
        replies: [
          { author: "演示网友丁", at: ago(3, "09:50"), body: "同感，我家孩子上个月就在那里摔了一跤。" },
          { author: "演示网友辛", at: ago(3, "10:05"), body: "后门往东五十米也是一样，请一起修。" },
        ],
      },
      {
        author: "演示网友",
        at: ago(3, "10:15"),
        prompt: 0,
        body: "兴源东路 18 号门前的下水道井盖松了三个月，车一过就响，晚上睡不着，也怕有人踩空。",
        becomes: {
          mailbox: "shizhang",
          title: "兴源东路 18 号门前井盖松动三个月",
          kind: "complaint",
          region: "yuancheng",
          place: "兴源东路 18 号门前",
          at: ago(2, "09:00"),
        },
      },
      {
        author: "演示网友丙",
        at: ago(3, "10:40"),
        prompt: 0,
        body: "滨江公园南门到公交站那段没有路灯，冬天六点天就黑了，老人散步回家全靠手机照。",
        replies: [{ author: "演示网友己", at: ago(3, "11:02"), body: "那段路灯杆是有的，就是从来没亮过。" }],
      },
      {
        author: "演示网友戊",
        at: ago(3, "11:20"),
        prompt: 1,
        body: "修好以后把施工单位和保修期写在牌子上，谁修的坏了找谁，比什么都管用。",
        replies: [
          { author: "演示网友庚", at: ago(3, "12:00"), body: "对，保修期内坏了免费重修，别再花一遍钱。" },
          { author: "演示网友乙", at: ago(3, "12:30"), body: "牌子上再加一个能打通的电话。" },
        ],
      },
      {
        author: "演示网友己",
        at: ago(3, "12:40"),
        prompt: 1,
        body: "少挖几次就行。同一条路一年挖三回，水、电、气能不能一次埋好？",
      },
      {
        author: "市长",
        official: true,
        at: ago(2, "17:30"),
        body: "大家说的我一条一条看了。中山路小学后门的人行道，住建部门明天到现场；“谁修的写在牌子上”这个主意好，从这一批小修开始照办。没有点到的，网络信访处理中心会转成信件，办到哪一步大家都看得见。",
      },
      { author: "演示网友辛", at: ago(2, "18:05"), prompt: 0, body: "文昌路菜场门口排水沟，垃圾堵住了，味道很大。" },
      {
        author: "演示网友丁",
        at: ago(2, "18:20"),
        prompt: 0,
        body: "人民医院门口的斑马线早就看不清了，抬轮椅过马路心惊胆战。",
      },
      {
        author: "演示网友庚",
        at: ago(2, "19:00"),
        prompt: 1,
        body: "请让住在旁边的人参加验收，修得好不好我们最清楚。",
      },
      { author: "演示网友", at: ago(2, "19:40"), prompt: 1, body: "每修好一处，在这里发一张修前修后的照片。" },
      { author: "演示网友丙", at: ago(1, "08:10"), prompt: 0, body: "看到有人来量人行道了，动作挺快，继续看。" },
      {
        author: "演示网友戊",
        at: ago(1, "09:25"),
        prompt: 0,
        body: "东源县城新民街的公厕关了两个月，附近做小生意的都没地方去，什么时候开？",
      },
      { author: "演示网友己", at: ago(1, "20:15"), prompt: 0, body: "公园北路的消防栓被垃圾桶围住了，真着火怎么办？" },
      {
        author: "演示网友乙",
        at: ago(1, "21:00"),
        prompt: 0,
        body: "加我号码进群领红包，先到先得！！！",
        hidden: { code: "advertising", at: ago(1, "21:20") },
      },
      {
        author: "演示网友庚",
        at: ago(1, "10:20"),
        prompt: 0,
        body: "沿江步道的路灯晚上十点就关，散步的人摸黑往回走。",
      },
      {
        author: "演示网友辛",
        at: ago(1, "11:05"),
        prompt: 0,
        body: "建设大道人行道上停满了车，推婴儿车只能走到马路中间。",
      },
      { author: "演示网友丙", at: ago(1, "12:30"), prompt: 0, body: "越王大道拐角的井盖也松，报修电话打了三次。" },
      { author: "演示网友丁", at: ago(1, "13:00"), prompt: 1, body: "保修期写进合同，快到期的时候再验收一次。" },
      { author: "演示网友辛", at: ago(1, "13:40"), prompt: 1, body: "@演示网友 发照片好，最好把验收的人也写上。" },
      {
        author: "演示网友丁",
        at: ago(0, "08:05"),
        prompt: 0,
        body: "河源大桥西头的非机动车道有个大坑，昨天又有人摔了。",
      },
    ],
  },
  {
    leader: "shuji",
    office: "shiwei",
    kind: "announcement",
    voice: "office",
    at: ago(6, "10:00"),
    body: "今冬市里给全市独居老人装一键呼叫器，第一批先装老旧小区。装在哪里、谁来接听、费用谁出，方案已在社区公示。哪一户漏了，请直接在评论里说。",
    comments: [
      { author: "演示网友庚", at: ago(6, "10:30"), body: "好事。接听的人要是本地人，老人讲客家话，听不懂就白装了。" },
      {
        author: "演示网友丙",
        at: ago(6, "11:10"),
        body: "源南镇的独居老人算不算？离市区十公里，最需要的就是他们。",
        replies: [
          { author: "演示网友辛", at: ago(6, "11:45"), body: "镇上几个村都有，希望第一批就考虑。" },
          {
            author: "市委书记",
            official: true,
            at: ago(5, "09:00"),
            body: "算。镇、村的名单由镇里核实，这个月内补进第一批。",
          },
        ],
      },
      { author: "演示网友丁", at: ago(6, "14:20"), body: "费用写得不清楚，第一年免费，第二年呢？" },
      { author: "演示网友乙", at: ago(6, "15:00"), body: "上城社区 3 栋漏了两户，社区说名单已经报上去了，查不到。" },
      { author: "演示网友戊", at: ago(5, "18:40"), body: "希望设备电池能换，不要坏一次扔一个。" },
      { author: "演示网友己", at: ago(5, "20:05"), body: "呼叫之后多久有人到？请写进方案里。" },
      { author: "演示网友", at: ago(4, "08:50"), body: "外婆家装好了，按了一次，两分钟就有人回电话，点赞。" },
      { author: "演示网友辛", at: ago(4, "12:10"), body: "子女在外地，能不能也给子女发一条短信？" },
      { author: "演示网友庚", at: ago(3, "19:30"), body: "社区网格员说不知道这件事，麻烦通知到人。" },
    ],
  },
  {
    office: "jiaotong",
    kind: "announcement",
    voice: "office",
    at: ago(8, "16:00"),
    body: "沿江路改造工期调整：受管线迁改影响，完工时间推迟。我们先在北侧让出 2 米行人通道，施工时段避开早晚高峰。哪一段走不通，请把路段写在评论里，我们每天下班前看一遍。",
    comments: [
      { author: "演示网友乙", at: ago(8, "16:30"), body: "2 米通道被停的车占了一半，等于没让。" },
      {
        author: "演示网友戊",
        at: ago(8, "17:05"),
        body: "推迟到哪一天？“推迟”两个字等于没说。",
        replies: [
          {
            author: "市交通运输局",
            official: true,
            at: ago(7, "17:30"),
            body: "管线单位交出作业面以后，我们公布完工日期并写成承诺，到期没完成大家看得见。",
          },
          { author: "演示网友丙", at: ago(7, "18:00"), body: "好，就等这个日期。" },
        ],
      },
      { author: "演示网友己", at: ago(8, "18:20"), body: "沿江路 66 号对面出口被围挡挡死了，救护车进不来。" },
      { author: "演示网友丁", at: ago(7, "08:15"), body: "夜里十一点还在切割，请管一管。" },
      { author: "演示网友庚", at: ago(7, "12:30"), body: "@市交通运输局 南侧的公交站临时挪到哪里了？找了两圈。" },
      { author: "演示网友辛", at: ago(6, "07:50"), body: "今天 2 米通道清出来了，好走多了。" },
      { author: "演示网友", at: ago(6, "09:10"), body: "建议在两头立牌，写清楚绕行路线。" },
      { author: "演示网友丙", at: ago(5, "17:40"), body: "非机动车和行人挤在一起，电动车按喇叭，老人吓一跳。" },
      { author: "演示网友乙", at: ago(4, "18:10"), body: "昨晚下雨，通道上全是泥水，能不能垫一下？" },
      { author: "演示网友戊", at: ago(2, "08:00"), body: "66 号出口打开了，谢谢。" },
    ],
  },
  {
    office: "wangxin",
    kind: "broadcast",
    voice: "office",
    pinned: true,
    at: ago(1, "18:10"),
    body: "东源县城加压站停电，部分小区停水。电力抢修队已经到场，供水车在新民街口、县政府门前两处等候。恢复时间一有消息就在这里更新，请以本站发布为准。",
    comments: [
      { author: "演示网友戊", at: ago(1, "18:25"), body: "新民街口的供水车排了很长的队，能不能再来一辆？" },
      { author: "演示网友丙", at: ago(1, "18:40"), body: "六楼老人提不动水，有没有志愿者可以帮忙？" },
      { author: "演示网友己", at: ago(1, "19:05"), body: "网上有人说要停三天，是真的吗？" },
      {
        author: "网络信访处理中心",
        official: true,
        at: ago(1, "19:20"),
        body: "“停三天”不属实。供电正在恢复，第二辆供水车已经出发；提不动水的住户请在评论里留楼栋号，社区安排人送。",
      },
      { author: "演示网友庚", at: ago(1, "20:30"), body: "我们这栋来水了，水有点黄，放几分钟清了。" },
      { author: "演示网友丁", at: ago(0, "07:30"), body: "早上水压还是小，四楼刚够烧水。" },
    ],
  },
  {
    leader: "dongyuan-shuji",
    office: "dongyuan-wei",
    kind: "announcement",
    voice: "self",
    at: ago(10, "15:00"),
    body: "今天到黄村镇看冬种和道路养护。路修通以后大车多了，养护要跟上。沿线哪一段有坑、哪一处护栏坏了，请大家在评论里报桩号或地名。",
    comments: [
      {
        author: "演示网友己",
        at: ago(10, "15:40"),
        body: "过了永新桥第二个弯，护栏断了一截，去年冬天就有车冲出去过。",
      },
      {
        author: "演示网友庚",
        at: ago(10, "16:20"),
        body: "黄村圩镇入口限高杆太低，拉菜的车进不来，要绕八公里。",
        replies: [
          { author: "演示网友戊", at: ago(10, "17:00"), body: "限高是为了拦超载的，拉菜的小货车能不能单独放行？" },
        ],
      },
      { author: "演示网友辛", at: ago(9, "08:30"), body: "养路工太少，一个人管二十公里。" },
      {
        author: "东源县委书记",
        official: true,
        at: ago(8, "10:00"),
        body: "护栏的事已经交给县里交通和公安，先放警示桶，再补护栏；限高杆的事请镇里和拉菜的乡亲一起商量，拿出办法报我。",
      },
      { author: "演示网友乙", at: ago(7, "19:10"), body: "警示桶今天放上了。" },
      { author: "演示网友丁", at: ago(6, "12:00"), body: "希望补护栏也有个日期。" },
    ],
  },
];

/** Drafted by the office, waiting for the leader. */
export const offeredPost: DemoPost = {
  leader: "shuji",
  office: "shiwei",
  kind: "announcement",
  voice: "office",
  at: ago(0, "08:55"),
  body: "下周起，市直各单位信箱每周公布一次“到期未答复”清单，黄牌、红牌一并公布。看得见，才催得动。",
  comments: [],
};
